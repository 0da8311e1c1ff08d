import type { Scalar, Where } from './collection.ts';
import { comparisons } from './query.ts';

type Parameter = string | number | null;
export interface Clause { readonly sql: string; readonly parameters: readonly Parameter[] }

/** A path as an SQL expression, the same text as in the index so that the index is used. */
export const column = (path: string): string => (path === '_id' ? 'id' : `json_extract(doc, '$.${path}')`);

const parameter = (value: Scalar): Parameter => (typeof value === 'boolean' ? Number(value) : value);
const symbols = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

export function whereClause(where: Where): Clause {
  const parts = comparisons(where).map(({ path, operator, value }): Clause => {
    if (operator === 'in') {
      const values = value as readonly Scalar[];
      return { sql: `${column(path)} IN (${values.map(() => '?').join(', ')})`, parameters: values.map(parameter) };
    }
    if (operator === 'eq') return value === null ? { sql: `${column(path)} IS NULL`, parameters: [] } : { sql: `${column(path)} = ?`, parameters: [parameter(value as Scalar)] };
    return { sql: `${column(path)} ${symbols[operator]} ?`, parameters: [parameter(value as Scalar)] };
  });
  return { sql: parts.length === 0 ? '1' : parts.map((p) => p.sql).join(' AND '), parameters: parts.flatMap((p) => p.parameters) };
}

/** Everything behind a cursor, for columns that may go up or down. NULL sorts first, as SQLite does. */
export function afterClause(order: readonly (readonly [string, 'asc' | 'desc'])[], values: readonly Scalar[]): Clause {
  const alternatives = order.map(([path, direction], i): Clause => {
    const equal = order.slice(0, i).map(([p], k): Clause => ({ sql: `${column(p)} IS ?`, parameters: [parameter(values[k] ?? null)] }));
    const value = parameter(values[i] ?? null);
    const beyond: Clause = direction === 'asc'
      ? value === null ? { sql: `${column(path)} IS NOT NULL`, parameters: [] } : { sql: `${column(path)} > ?`, parameters: [value] }
      : value === null ? { sql: '0', parameters: [] } : { sql: `(${column(path)} < ? OR ${column(path)} IS NULL)`, parameters: [value] };
    const all = [...equal, beyond];
    return { sql: `(${all.map((c) => c.sql).join(' AND ')})`, parameters: all.flatMap((c) => c.parameters) };
  });
  return { sql: `(${alternatives.map((c) => c.sql).join(' OR ')})`, parameters: alternatives.flatMap((c) => c.parameters) };
}
