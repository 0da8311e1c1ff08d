import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { ProblemError } from '../../../http/problem.ts';

/** Cells of a table as text, row by row. */
export type Table = readonly (readonly string[])[];

/**
 * Reads CSV (UTF-8 with or without BOM, GB18030) or the first sheet of an XLSX file.
 * @throws ProblemError 422 `unreadable`
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<Table> {
  try {
    return /\.xlsx$/i.test(name)
      ? (await readSheet(Buffer.from(bytes))).map((row) => row.map(cellText))
      : (parse(textOf(bytes), { relax_column_count: true, skip_empty_lines: true }) as string[][]);
  } catch (cause) {
    throw new ProblemError(
      422,
      'unreadable',
      `读不出“${name}”里的表格；请另存为 .xlsx 或 UTF-8 编码的 .csv 后重新导入`,
      { cause },
    );
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : String(cell);
