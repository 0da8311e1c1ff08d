import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

/** Cells of a table as text, row by row. */
export type Table = readonly (readonly string[])[];

/** The file is no table that can be read. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * Reads CSV (UTF-8, UTF-16 with its mark, or GB18030; divided by comma, semicolon or tab) or the first sheet
 * of an XLSX file. Empty lines stay, so that a row has the number that people see.
 * @throws Unreadable in words for who chose the file
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<Table> {
  try {
    if (/\.xlsx$/i.test(name)) return (await readSheet(Buffer.from(bytes))).map((row) => row.map(cellText));
    const text = textOf(bytes);
    const delimiter = delimiterOf(text);
    const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true };
    return (parse(text, options) as string[][]).map((row) => row.map(unmarked));
  } catch (cause) {
    throw new Unreadable(`读不出“${name}”里的表格；请另存为 .xlsx 或 UTF-8 编码的 .csv 后重新导入`, {
      cause,
    });
  }
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/** What divides the first line most often, quoted words aside; a comma if nothing does. */
function delimiterOf(text: string): string {
  const heading = (/^.*\S.*$/mu.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** @see writeCsv: its mark before what a spreadsheet would calculate */
const unmarked = (cell: string): string => cell.replace(/^'(?=[=@+\t\r-])/u, '');

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);
