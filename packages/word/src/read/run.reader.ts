import { verdictOf } from '../word.verdicts.ts';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../xml/xml.element.ts';
import { chosenOf } from '../xml/alternative.ts';
import { runLook, type RunLook } from '../styles/run.look.ts';
import { isSymbolFont, symbolAt } from '../symbols/symbol.fonts.ts';
import { inUnicode } from '../symbols/raised.text.ts';
import { readDrawing } from './drawing.reader.ts';
import type { Around } from './around.ts';
import { endField } from './field.end.ts';
import type { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';

interface Run {
  readonly look: RunLook;
  readonly around: Around;
  readonly sink: ParagraphSink;
  readonly reading: Reading;
}

/** One run: its properties, and what it holds in order. */
export function readRun(element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading): void {
  const properties = childOf(element, 'w:rPr');
  if (childOf(properties, 'w:rPrChange') !== undefined) reading.lose('open-revision', '格式改动');
  const look = runLook(properties, around.styles, reading.styles);
  const run: Run = { look, around, sink, reading };
  for (const child of element.children) readPart(child, run);
}

function readPart(child: XmlElement, run: Run): void {
  const reader = readers[child.name];
  if (reader !== undefined) return reader(child, run);
  const verdict = verdictOf(child.name);
  if (verdict.is === 'silent' || child.name === 'w:rPr') return;
  if (verdict.is === 'lost') leave(verdict.kind, wordsOf(child), run);
  else run.reading.walk.inline([child], run.around, run.sink, run.reading);
}

const readers: Readonly<Record<string, (child: XmlElement, run: Run) => void>> = {
  'w:t': (child, run) => write(textOf(child), run),
  'w:tab': (_, run) => write('　', run),
  'w:ptab': (_, run) => write('　', run),
  'w:noBreakHyphen': (_, run) => write('-', run),
  'w:br': ({ attributes }, run) => {
    if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') breakLine(run);
  },
  'w:cr': (_, run) => breakLine(run),
  'w:sym': (child, run) => writeSign(child, run),
  'w:delText': (child, run) => leave('open-revision', child.text, run),
  'w:instrText': (child, { reading }) => reading.fields.instruct(child.text),
  'w:delInstrText': () => {},
  'w:fldChar': readFieldMark,
  'w:ruby': readRuby,
  'w:footnoteReference': (child, run) => nameNote('footnote', child, run),
  'w:endnoteReference': (child, run) => nameNote('endnote', child, run),
  'w:commentReference': (child, run) => nameComment(child, run),
  'w:drawing': (child, run) => draw(child, run),
  'w:pict': (child, run) => draw(child, run),
  'w:object': (child, run) => draw(child, run),
  'mc:AlternateContent': (child, run) => {
    for (const chosen of chosenOf(child)) readPart(chosen, run);
  },
};

/** Word drops white space at the ends unless it is told to keep it (XML 1.0 §2.10). */
function textOf({ text, attributes }: XmlElement): string {
  if (attributes['xml:space'] === 'preserve') return text;
  let [from, to] = [0, text.length];
  while (from < to && isBlank(text[from])) from += 1;
  while (from < to && isBlank(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

const isBlank = (character: string | undefined): boolean => /^[ \t\r\n]$/.test(character ?? '');

/** Text as it is seen: signs instead of the letters of symbol fonts, capitals, exponents. */
function write(text: string, run: Run): void {
  const { look } = run;
  if (!isSymbolFont(look.font)) return writeShown(look.capitals ? text.toUpperCase() : text, run);
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const sign =
      code < 0x100 || (code >= 0xf000 && code <= 0xf0ff) ? symbolAt(look.font ?? '', code) : character;
    if (sign === null) leave('lost-text', `符号“${character}”（${look.font}）`, run);
    else writeShown(sign, run);
  }
}

function writeShown(text: string, { look, around, sink, reading }: Run): void {
  if (!reading.fields.seen) return reading.fields.hide(text);
  if (look.hidden || (look.white && !around.whiteIsSeen)) return sink.leaveOut('hidden-text', text);
  if (look.struck) return sink.leaveOut('struck-text', text);
  const moved = look.height === undefined ? text : inUnicode(text, look.height);
  sink.add({
    is: 'text',
    text: moved ?? text,
    bold: look.bold,
    underline: look.underline && text.trim() !== '',
    href: reading.fields.href ?? around.href,
    height: moved === null ? look.height : undefined,
    size: look.size,
    red: look.red,
  });
}

function breakLine({ sink, reading, look }: Run): void {
  if (reading.fields.seen && !look.hidden) sink.add({ is: 'break' });
}

function writeSign({ attributes }: XmlElement, run: Run): void {
  const [font, code] = [attributes['w:font'] ?? '', attributes['w:char'] ?? ''];
  const sign = symbolAt(font, Number.parseInt(code, 16));
  if (sign === null) leave('lost-text', `符号 ${font} ${code}`, run);
  else writeShown(sign, run);
}

function leave(kind: Parameters<ParagraphSink['leaveOut']>[0], words: string, { sink, reading }: Run): void {
  if (!reading.fields.seen) return reading.fields.hide(words);
  sink.tell();
  reading.lose(kind, words);
}

function readFieldMark(mark: XmlElement, { around, sink, reading }: Run): void {
  const type = mark.attributes['w:fldCharType'];
  if (type === 'begin') reading.fields.begin(mark);
  else if (type === 'separate') reading.fields.separate();
  else if (type === 'end') endField(around, sink, reading);
}

/** The base stays; its pronunciation follows in brackets. */
function readRuby(ruby: XmlElement, run: Run): void {
  run.reading.walk.inline(childOf(ruby, 'w:rubyBase')?.children ?? [], run.around, run.sink, run.reading);
  const sound = childrenOf(ruby, 'w:rt').map(wordsOf).join('').trim();
  if (sound === '' || !run.reading.fields.seen) return;
  write(`（${sound}）`, run);
  run.reading.lose('ruby', wordsOf(childOf(ruby, 'w:rubyBase') ?? ruby));
}

function nameNote(kind: 'footnote' | 'endnote', { attributes }: XmlElement, run: Run): void {
  if (!run.reading.fields.seen) return;
  const number = run.reading.notes.number(kind, attributes['w:id'] ?? '');
  writeShown(`［注${number}］`, { ...run, look: { ...run.look, height: undefined } });
}

function nameComment({ attributes }: XmlElement, { reading }: Run): void {
  const comment = childrenOf(reading.file.comments ?? undefined, 'w:comment').find(
    (each) => each.attributes['w:id'] === attributes['w:id'],
  );
  reading.commentsMet.add(attributes['w:id'] ?? '');
  reading.lose('comment', comment === undefined ? '' : wordsOf(comment));
}

function draw(element: XmlElement, run: Run): void {
  const { look, around, sink, reading } = run;
  if (!reading.fields.seen) return;
  if (look.hidden) return sink.leaveOut('hidden-text', wordsOf(element) || '图片');
  sink.tell();
  readDrawing(element, sink, reading, around);
}
