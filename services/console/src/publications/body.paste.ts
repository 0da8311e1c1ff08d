import type { Source } from '../api/hub.types.ts';
import { tablesOn } from './clipboard.table.ts';

/** What stands in the body and where the cursor is. */
export interface Standing {
  readonly format: Source['format'];
  readonly source: string;
  readonly from: number;
  readonly to: number;
}
/** The body after the paste, and the format it is in now. */
export interface Pasted {
  readonly format: Source['format'];
  readonly source: string;
}

/**
 * A table on the clipboard goes in as one, in the place of what is selected. Plain text becomes HTML with it, a
 * paragraph for each line; HTML and Markdown take it as it is. Null when the browser's own paste is right: there
 * is no table, or the body is not text.
 */
export function pasteTable({ format, source, from, to }: Standing, html: string): Pasted | null {
  const table = format === 'document' ? null : tablesOn(html);
  if (table === null) return null;
  const [before, after] = [source.slice(0, from), source.slice(to)];
  if (format === 'text')
    return { format: 'html', source: `${paragraphs(before)}${table}\n${paragraphs(after)}` };
  const gap = format === 'markdown' ? '\n\n' : '\n';
  return { format, source: `${before}${gap}${table}${gap}${after}` };
}

/** The first line is what names the notice: it stays the first paragraph, and is found there again. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>\n`)
    .join('');
