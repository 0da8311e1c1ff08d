import type { Label } from '../numbering/numbering.counter.ts';
import { paragraphLook, type ParagraphLook } from '../styles/paragraph.look.ts';
import { childOf, firstWithin, onOff, valueOf, type XmlElement } from '../xml/xml.element.ts';
import { readInline } from './inline.reader.ts';
import { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';
import type { Block, Paragraph } from './word.model.ts';

export interface ReadParagraph {
  readonly paragraph: Paragraph;
  /** The text boxes that hang on it. */
  readonly boxes: readonly Block[];
  /** Its end was deleted, or it is the large first letter of the next: the next one continues it. */
  readonly goesOn: boolean;
  readonly beginsContents: boolean;
}

export function readParagraph(element: XmlElement, reading: Reading, whiteIsSeen: boolean): ReadParagraph {
  const properties = childOf(element, 'w:pPr');
  const styles = reading.styles.paragraphChain(valueOf(properties, 'w:pStyle'));
  const look = paragraphLook(properties, styles, reading.styles);
  const mark = childOf(properties, 'w:rPr');
  const sink = new ParagraphSink((kind, words) => reading.lose(kind, words));
  const wasContents = reading.fields.inContents;
  tellRevisions(properties, reading);
  const around = { styles, href: undefined, whiteIsSeen: whiteIsSeen || look.filled };
  readInline(
    element.children.filter(({ name }) => name !== 'w:pPr'),
    around,
    sink,
    reading,
  );
  sink.tell();
  const inContents = wasContents || reading.fields.inContents || look.isContents;
  if (look.isContents) leaveOutContents(sink, reading);
  const goesOn = ['w:del', 'w:moveFrom'].some((name) => childOf(mark, name) !== undefined) || look.dropCap;
  const countless = goesOn || inContents || onOff(mark, 'w:vanish') === true;
  return {
    paragraph: {
      is: 'paragraph',
      pieces: sink.pieces,
      align: look.align,
      outline: look.outline,
      isTitle: look.isTitle,
      label: countless ? null : labelOf(look, reading),
    },
    boxes: sink.boxes,
    goesOn,
    beginsContents: !wasContents && inContents,
  };
}

/** A line of a list of contents that was made by hand, or whose field is gone. */
function leaveOutContents(sink: ParagraphSink, reading: Reading): void {
  const words = sink.pieces.map((piece) => (piece.is === 'text' ? piece.text : '')).join('');
  if (words.trim() !== '') reading.lose('contents-list', words);
  sink.pieces.length = 0;
}

function labelOf({ list }: ParagraphLook, reading: Reading): Label | null {
  if (list === undefined) return null;
  const ilvl = list.ilvl ?? reading.numbering.levelOfStyle(list.numId, list.style) ?? 0;
  const label = reading.numbering.next(list.numId, ilvl);
  if (label?.is === 'number' && label.doubtful) reading.lose('list-number', label.text);
  return label;
}

/** Marks of revision on the paragraph itself. */
function tellRevisions(properties: XmlElement | undefined, reading: Reading): void {
  const mark = childOf(properties, 'w:rPr');
  const said: readonly (readonly [string, XmlElement | undefined, string])[] = [
    ['w:pPrChange', properties, '段落格式改动'],
    ['w:numberingChange', childOf(properties, 'w:numPr'), '编号改动'],
    ['w:ins', childOf(properties, 'w:numPr'), '插入编号'],
    ['w:rPrChange', mark, '格式改动'],
    ['w:ins', mark, '插入段落标记'],
    ['w:moveTo', mark, '移入段落标记'],
    ['w:del', mark, '删除段落标记'],
    ['w:moveFrom', mark, '移走段落标记'],
  ];
  for (const [name, within, words] of said)
    if (childOf(within, name) !== undefined) reading.lose('open-revision', words);
  const section = childOf(properties, 'w:sectPr');
  if (section !== undefined && firstWithin(section, 'w:sectPrChange') !== undefined)
    reading.lose('open-revision', '页面设置改动');
}
