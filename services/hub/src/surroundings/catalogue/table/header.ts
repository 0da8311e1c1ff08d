import { z } from 'zod';
import rows from '../data/columns.json' with { type: 'json' };
import type { Table } from './table.ts';

const knownColumns = z
  .array(
    z.strictObject({ column: z.string(), labels: z.array(z.string()), inherits: z.boolean().optional() }),
  )
  .parse(rows);

/** Columns whose empty cells stand for the one above: they were merged. */
export const inherits = (column: string): boolean =>
  knownColumns.find((k) => k.column === column)?.inherits ?? false;

/** Which column of ours each column of the table is, and where its rows begin. */
export interface Header {
  readonly columns: readonly (string | null)[];
  readonly firstRow: number;
  readonly unknown: readonly string[];
}

const searched = 10;
const enough = 4;

/**
 * Finds the heading among the first rows: one row, or two where columns are divided below (公开对象: 全社会 |
 * 特定群体). Null when there is none.
 */
export function headerOf(table: Table): Header | null {
  for (const [n, row] of table.slice(0, searched).entries()) {
    const upper = row.map(columnOf);
    if (upper.filter((c) => c !== null).length < enough) continue;
    const below = table[n + 1] ?? [];
    const lower = below.map(columnOf);
    const divided =
      lower.some((c) => c !== null) &&
      below.every((cell, i) => cell.trim() === '' || (lower[i] ?? null) !== null);
    const width = Math.max(row.length, divided ? below.length : 0);
    const columns = Array.from({ length: width }, (_, i) => (divided ? lower[i] : null) ?? upper[i] ?? null);
    const unknown = row.filter((cell, i) => cell.trim() !== '' && columns[i] === null);
    return { columns, firstRow: n + (divided ? 2 : 1), unknown };
  }
  return null;
}

function columnOf(cell: string): string | null {
  const label = cell.replace(/\s/gu, '').replaceAll('（', '(').replaceAll('）', ')');
  return knownColumns.find((k) => k.labels.includes(label))?.column ?? null;
}
