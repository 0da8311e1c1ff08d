import { verdictOf } from '../word.verdicts.ts';
import { childOf, isOn, wordsOf, type XmlElement } from '../xml/xml.element.ts';
import { leaveToOffice } from './left.object.ts';
import { linearMath } from '../objects/linear.math.ts';
import { chosenOf } from '../xml/alternative.ts';
import { plain, type Around } from './around.ts';
import { endField } from './field.end.ts';
import { readRun } from './run.reader.ts';
import type { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';

/** Reads what stands in a paragraph, or in what holds runs together. */
export function readInline(
  elements: readonly XmlElement[],
  around: Around,
  sink: ParagraphSink,
  reading: Reading,
): void {
  for (const element of elements) {
    const reader = readers[element.name];
    if (reader !== undefined) reader(element, around, sink, reading);
    else readOther(element, around, sink, reading);
  }
}

type Reader = (element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading) => void;

const through: Reader = (element, around, sink, reading) =>
  readInline(element.children, around, sink, reading);

const readers: Readonly<Record<string, Reader>> = {
  'w:r': readRun,
  'w:hyperlink': readHyperlink,
  'w:fldSimple': readSimpleField,
  'w:sdt': readControl,
  'w:ins': readInserted,
  'w:moveTo': readInserted,
  'w14:conflictIns': readInserted,
  'w:del': (element, _, sink, reading) => leaveDeleted('删除', element, sink, reading),
  'w14:conflictDel': (element, _, sink, reading) => leaveDeleted('删除', element, sink, reading),
  'w:moveFrom': (element, _, sink, reading) => leaveDeleted('移走', element, sink, reading),
  'mc:AlternateContent': (element, around, sink, reading) =>
    readInline(chosenOf(element), around, sink, reading),
};

function readOther(element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading): void {
  const verdict = verdictOf(element.name);
  if (verdict.is === 'silent') return;
  if (verdict.is === 'lost' && verdict.kind === 'equation') return leaveFormula(element, sink, reading);
  if (verdict.is !== 'lost') return through(element, around, sink, reading);
  sink.tell();
  reading.lose(verdict.kind, wordsOf(element));
}

function leaveFormula(element: XmlElement, sink: ParagraphSink, reading: Reading): void {
  const formula = linearMath(element);
  leaveToOffice({ kind: 'equation', words: formula }, formula, element, sink, reading);
}

function readHyperlink(element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading): void {
  const target = reading.part.relationships.get(element.attributes['r:id'] ?? '');
  const href = target?.external === true ? target.target : around.href;
  readInline(element.children, { ...around, href }, sink, reading);
}

function readSimpleField(element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading): void {
  reading.fields.beginSimple(element.attributes['w:instr'] ?? '');
  if (element.children.length > 0) reading.fields.separate();
  readInline(element.children, around, sink, reading);
  endField(around, sink, reading);
}

/** A control that still shows its prompt was not filled in. */
function readControl(element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading): void {
  const properties = childOf(element, 'w:sdtPr');
  const prompt = childOf(properties, 'w:showingPlcHdr');
  const content = childOf(element, 'w:sdtContent');
  if (content === undefined) return;
  const box = childOf(properties, 'w14:checkbox');
  if (prompt !== undefined && isOn(prompt.attributes['w:val'])) {
    sink.tell();
    reading.lose('form-control', wordsOf(content));
  } else if (box !== undefined && content.children.every(({ name }) => name !== 'w:r'))
    sink.add({ ...plain, text: isOn(childOf(box, 'w14:checked')?.attributes['w14:val'] ?? '0') ? '☑' : '☐' });
  else readInline(content.children, around, sink, reading);
}

function readInserted(element: XmlElement, around: Around, sink: ParagraphSink, reading: Reading): void {
  sink.tell();
  reading.lose('open-revision', `插入：${wordsOf(element)}`);
  readInline(element.children, around, sink, reading);
}

function leaveDeleted(act: string, element: XmlElement, sink: ParagraphSink, reading: Reading): void {
  sink.tell();
  reading.lose('open-revision', `${act}：${wordsOf(element)}`);
}
