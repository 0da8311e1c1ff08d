import { plain, type Around } from './around.ts';
import type { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';

/** Closes a field; what it shows at its end goes where its result would stand. */
export function endField(around: Around, sink: ParagraphSink, reading: Reading): void {
  const end = reading.fields.end();
  if (end === null) return;
  const words = end.is === 'text' ? end.text : end.words;
  if (!reading.fields.seen) return reading.fields.hide(words);
  if (end.is === 'text') sink.add({ ...plain, text: words, href: around.href });
  else sink.tell();
  const kind = end.is === 'text' ? end.tells : end.kind;
  if (kind !== undefined) reading.lose(kind, words);
}
