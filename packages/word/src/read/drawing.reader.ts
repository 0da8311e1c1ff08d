import { chosenOf } from '../xml/alternative.ts';
import { firstWithin, isOn, within, wordsOf, type XmlElement } from '../xml/xml.element.ts';
import type { Around } from './around.ts';
import type { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';

/** What was met in one drawing. */
interface Found {
  readonly sink: ParagraphSink;
  readonly reading: Reading;
  readonly alt: string;
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
  const found: Found = { sink, reading, alt: altOf(element), known: false };
  const object = firstWithin(element, 'o:OLEObject');
  if (object !== undefined) return loseObject(object, reading);
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
  'v:imagedata': (element, found) =>
    showPicture(element.attributes['r:id'] ?? element.attributes['r:pict'], found),
  'c:chart': (_, { reading, alt }) => reading.lose('drawing', `图表${alt}`),
  'cx:chart': (_, { reading, alt }) => reading.lose('drawing', `图表${alt}`),
  'dgm:relIds': loseDiagram,
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
  const crop = firstWithin(element, 'a:srcRect');
  if (crop !== undefined && Object.values(crop.attributes).some((side) => Number.parseInt(side, 10) > 0))
    found.reading.lose('picture-crop', found.alt);
  showPicture(blip?.attributes['r:embed'] ?? blip?.attributes['r:link'], found);
}

/** Without its bytes in the file, a picture is lost. */
function showPicture(id: string | undefined, { sink, reading, alt }: Found): void {
  const target = reading.part.relationships.get(id ?? '');
  if (target === undefined || target.external || !reading.file.zip.has(target.target))
    reading.lose('picture', alt);
  else sink.add({ is: 'picture', part: target.target, alt, where: reading.place.here });
}

/** The words of SmartArt stand in a part of their own. */
function loseDiagram(element: XmlElement, { reading, alt }: Found): void {
  const target = reading.part.relationships.get(element.attributes['r:dm'] ?? '')?.target ?? '';
  const data = reading.file.others.get(target);
  reading.lose('drawing', `SmartArt：${data === undefined ? alt : wordsOf(data)}`);
}

/** Words drawn as a picture: a red head, or a mark behind the text. */
function loseArtWords(element: XmlElement, { reading }: Found): void {
  const words = element.attributes['string'] ?? '';
  reading.lose(/文件\s*$/u.test(words) ? 'page-header' : 'lost-text', words);
}

function loseObject(object: XmlElement, reading: Reading): void {
  const program = object.attributes['ProgID'] ?? '';
  const isFormula = /^(?:Equation|MathType|KSEE)/i.test(program);
  reading.lose(isFormula ? 'equation' : 'drawing', isFormula ? '' : `嵌入对象 ${program}`);
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
