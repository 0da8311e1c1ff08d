import { parse } from 'csv-parse/sync';
import { maxCells, tooLarge, type Table } from './table.ts';

/**
 * Reads UTF-8, UTF-16 or GB18030, divided by comma, semicolon or tab. Empty lines stay, so that a row has the
 * number that people see.
 */
export function readCsv(bytes: Uint8Array): Table {
  const text = textOf(bytes);
  const delimiter = delimiterOf(text);
  const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true };
  const rows = parse(text, options) as string[][];
  if (rows.reduce((sum, row) => sum + row.length, 0) > maxCells) throw tooLarge();
  return rows.map((row) => row.map(unmarked));
}

function textOf(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return new TextDecoder(wide, { fatal: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/**
 * UTF-16 by its mark. Without one by where its zeros stand: what divides cells and lines has one in each pair
 * of bytes, and neither UTF-8 nor GB18030 text has any.
 */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [n, byte] of bytes.entries()) if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** What divides the first line most often, quoted words aside; a comma if nothing does. */
function delimiterOf(text: string): string {
  const heading = (/^.*\S.*$/mu.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** @see writeCsv: its mark before what a spreadsheet would calculate */
const unmarked = (cell: string): string => cell.replace(/^'(?=[=@+\t\r-])/u, '');
