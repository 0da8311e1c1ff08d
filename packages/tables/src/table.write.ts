import writeXlsxFile from 'write-excel-file/node';
import type { Figures, Table } from './table.ts';

/** UTF-8 with its mark, so that spreadsheets read Chinese; lines end as RFC 4180 asks. */
export function writeCsv(table: Table): Uint8Array {
  const lines = table.map((row) => row.map((cell) => quoted(harmless(cell))).join(','));
  return Buffer.from(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

/**
 * One sheet. Words are text, whatever they look like: codes of divisions keep their digits, and nothing is
 * calculated. Numbers are numbers, to be summed.
 */
export async function writeXlsx(table: Figures): Promise<Uint8Array> {
  const rows = table.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  );
  return (await writeXlsxFile(rows)).toBuffer();
}

/** A spreadsheet would calculate what begins so; its own mark for "this is text" stands before it. */
const harmless = (cell: string): string => (/^[=@+\t\r]|^-(?!\d+(\.\d+)?$)/u.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string =>
  /[",;\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
