import type { Block } from '@towncrier/contracts';
import { maxRows, normaliseTable, type RawCell } from '../html/table-grid.ts';

type Table = Extract<Block, { type: 'table' }>;

/** A row as a spreadsheet puts it on the clipboard: cells divided by tabs, an empty cell included. */
const isRow = (line: string): boolean => line.trimStart().includes('	');

/** How many lines from here are rows of one table; a single line with a tab is none. */
export function rowsFrom(lines: readonly string[], at: number): number {
  let end = at;
  while (end < lines.length && isRow(lines[end] ?? '')) end += 1;
  return end - at >= 2 ? end - at : 0;
}

/** Rows of equal length, the short ones filled up; the first row heads the table where it holds no figures. */
export function tabTables(lines: readonly string[]): readonly Table[] {
  const rows = lines.map((line) => line.split('\t').map((words) => words.replace(/\s+/gu, ' ').trim()));
  const columns = Math.max(...rows.map((row) => row.length));
  const heads = rows[0]?.every((words) => words !== '' && !/\d/.test(words)) === true;
  const cells = rows.map((row, y) =>
    Array.from({ length: columns }, (_, x) => cellOf(row[x] ?? '', heads && y === 0)),
  );
  const tables: Table[] = [];
  for (let from = 0; from < cells.length; from += maxRows) {
    const content = normaliseTable(cells.slice(from, from + maxRows));
    if (content.length > 0) tables.push({ type: 'table', content });
  }
  return tables;
}

const cellOf = (words: string, header: boolean): RawCell => ({
  header,
  colspan: 1,
  rowspan: 1,
  content: words === '' ? [] : [{ type: 'text', text: words }],
});
