import { leaveToOffice, pictureOf } from './left.object.ts';
import { chosenOf } from '../xml/alternative.ts';
import { cropOfImageData, cropOfPicture, type Crop } from '../objects/crop.ts';
import { firstWithin, isOn, within, wordsOf, type XmlElement } from '../xml/xml.element.ts';
import type { Around } from './around.ts';
import type { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';

/** What was met in one drawing. */
interface Found {
  readonly sink: ParagraphSink;
  readonly reading: Reading;
  readonly alt: string;
  /** All of it, for an office program to draw. */
  readonly whole: XmlElement;
  /** Does it hold something that is said or shown elsewhere? */
  known: boolean;
}

/** Pictures, text boxes and what cannot be carried over of one `w:drawing`, `w:pict` or `w:object`. */
export function readDrawing(
  element: XmlElement,
  sink: ParagraphSink,
  reading: Reading,
  _around: Around,
): void {
  const found: Found = { sink, reading, alt: altOf(element), whole: element, known: false };
  const object = firstWithin(element, 'o:OLEObject');
  if (object !== undefined) return readObject(object, found);
  look(element, found);
  if (!found.known && !isLine(element)) reading.lose('drawing', found.alt || wordsOf(element) || '图形');
}

function look(element: XmlElement, found: Found): void {
  const reader = readers[element.name];
  if (reader !== undefined) {
    found.known = true;
    reader(element, found);
  } else if (element.name === 'mc:AlternateContent')
    for (const child of chosenOf(element)) look(child, found);
  else for (const child of element.children) look(child, found);
}

const readers: Readonly<Record<string, (element: XmlElement, found: Found) => void>> = {
  'w:txbxContent': readBox,
  'pic:pic': readPicture,
  'v:imagedata': (element, found) => showPicture(imageIdOf(element), cropOfImageData(element), found),
  'c:chart': (element, found) => {
    const { sink, reading, alt } = found;
    leaveToOffice(
      { kind: 'drawing', words: `图表${alt}` },
      alt || chartWords(element, reading),
      found.whole,
      sink,
      reading,
    );
  },
  'cx:chart': (_, { reading, alt }) => reading.lose('drawing', `图表${alt}`),
  'dgm:relIds': leaveDiagram,
  'v:textpath': loseArtWords,
  'a:txBody': (element, { reading }) => reading.lose('drawing', wordsOf(element)),
  'w:control': (element, { reading }) => reading.lose('form-control', element.attributes['w:name'] ?? ''),
};

function readBox(element: XmlElement, { sink, reading }: Found): void {
  const name = reading.place.isNamed ? reading.place.here : `${reading.place.here}的文本框`;
  sink.boxes.push(...reading.place.within(name, () => reading.walk.blocks(element.children, reading, true)));
}

function readPicture(element: XmlElement, found: Found): void {
  const blip = firstWithin(element, 'a:blip');
  showPicture(blip?.attributes['r:embed'] ?? blip?.attributes['r:link'], cropOfPicture(element), found);
}

/** Without its bytes in the file, a picture is lost. */
function showPicture(id: string | undefined, crop: Crop | null, { sink, reading, alt }: Found): void {
  const part = partOf(id, reading);
  if (part === null) reading.lose('picture', alt);
  else sink.add(pictureOf(part, crop, { alt, where: reading.place.here, standsFor: null }));
}

/** The words of SmartArt stand in a part of their own. */
function leaveDiagram(element: XmlElement, { sink, reading, alt, whole }: Found): void {
  const target = reading.part.relationships.get(element.attributes['r:dm'] ?? '')?.target ?? '';
  const data = reading.file.others.get(target);
  const words = data === undefined ? alt : wordsOf(data);
  leaveToOffice({ kind: 'drawing', words: `SmartArt：${words}` }, words || alt, whole, sink, reading);
}

/** Words drawn as a picture: a red head, or a mark behind the text. */
function loseArtWords(element: XmlElement, { reading }: Found): void {
  const words = element.attributes['string'] ?? '';
  reading.lose(/文件\s*$/u.test(words) ? 'page-header' : 'lost-text', words);
}

/** What another program made, with the picture of it that Word shows; an icon shows nothing of what it is. */
function readObject(object: XmlElement, { sink, reading, alt, whole }: Found): void {
  const program = object.attributes['ProgID'] ?? '';
  const isFormula = /^(?:Equation|MathType|KSEE)/i.test(program);
  const standsFor = isFormula
    ? ({ kind: 'equation', words: '' } as const)
    : ({ kind: 'drawing', words: `嵌入对象 ${program}` } as const);
  const shown = firstWithin(whole, 'v:imagedata');
  const part = shown === undefined ? null : partOf(imageIdOf(shown), reading);
  if (shown === undefined || part === null || object.attributes['DrawAspect'] === 'Icon')
    return reading.lose(standsFor.kind, standsFor.words);
  const words = alt || (isFormula ? '公式' : standsFor.words);
  const crop = cropOfImageData(shown);
  sink.add(pictureOf(part, crop, { alt: words, where: reading.place.here, standsFor }));
}

const imageIdOf = ({ attributes }: XmlElement): string | undefined =>
  attributes['r:id'] ?? attributes['r:pict'];

/** The part that an id means; null when its bytes are not in the file. */
function partOf(id: string | undefined, reading: Reading): string | null {
  const target = reading.part.relationships.get(id ?? '');
  const isHere = target !== undefined && !target.external && reading.file.zip.has(target.target);
  return isHere ? target.target : null;
}

/** Title, names and values of a chart, for who cannot see it. */
function chartWords(element: XmlElement, reading: Reading): string {
  const target = reading.part.relationships.get(element.attributes['r:id'] ?? '')?.target ?? '';
  const chart = reading.file.others.get(target);
  if (chart === undefined) return '';
  const words = [...within(chart)].flatMap(({ name, text }) =>
    (name === 'a:t' || name === 'c:v') && text.trim() !== '' ? [text.trim()] : [],
  );
  return words.join(' ');
}

function altOf(element: XmlElement): string {
  for (const { name, attributes } of within(element)) {
    if (name === 'wp:docPr') return (attributes['descr'] ?? attributes['title'] ?? '').trim();
    if (name.startsWith('v:') && attributes['alt'] !== undefined) return attributes['alt'].trim();
  }
  return '';
}

const lines = new Set(['line', 'straightConnector1', 'lineInv']);

/** Rules of a red head and the like say nothing. */
function isLine(element: XmlElement): boolean {
  let shapes = 0;
  for (const { name, attributes } of within(element)) {
    if (name === 'v:line' || name === 'v:polyline' || name === 'wps:cNvCnPr') return true;
    if (attributes['o:hr'] !== undefined && isOn(attributes['o:hr'])) return true;
    if (name === 'a:prstGeom') return lines.has(attributes['prst'] ?? '');
    if (name.startsWith('wps:') || (name.startsWith('v:') && name !== 'v:shapetype')) shapes += 1;
  }
  return shapes === 0 && element.children.length === 0;
}
