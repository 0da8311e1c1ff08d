import type { Scalar, Where } from './collection.ts';
import { comparisons, type Comparison, type FullOrder } from './query.ts';

type Parameter = string | number | null;
export interface Clause {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** A path as an SQL expression, the same text as in the index so that the index is used. */
export const column = (path: string): string => (path === '_id' ? 'id' : `json_extract(doc, '$.${path}')`);
export const orderClause = (order: FullOrder): string =>
  order.map(([path, direction]) => `${column(path)} ${direction}`).join(', ');

/** `json_extract` gives 1 and 0 for true and false. */
const parameter = (value: Scalar): Parameter => (typeof value === 'boolean' ? Number(value) : value);
const symbols = { eq: 'IS', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const joined = (clauses: readonly Clause[], word: 'AND' | 'OR'): Clause => ({
  sql: `(${clauses.map((c) => c.sql).join(` ${word} `)})`,
  parameters: clauses.flatMap((c) => c.parameters),
});

export function whereClause(where: Where): Clause {
  const parts = comparisons(where).map(clauseOf);
  return parts.length === 0 ? { sql: '1', parameters: [] } : joined(parts, 'AND');
}

function clauseOf(comparison: Comparison): Clause {
  const at = column(comparison.path);
  if (comparison.operator !== 'in')
    return { sql: `${at} ${symbols[comparison.operator]} ?`, parameters: [parameter(comparison.value)] };
  const values = comparison.values.filter((value) => value !== null);
  const listed: Clause = {
    sql: `${at} IN (${values.map(() => '?').join(', ')})`,
    parameters: values.map(parameter),
  };
  // SQL's IN never finds NULL.
  return values.length === comparison.values.length
    ? listed
    : joined([listed, { sql: `${at} IS NULL`, parameters: [] }], 'OR');
}

/** Everything behind a cursor, for columns that may go up or down. NULL sorts first, as SQLite does. */
export function afterClause(order: FullOrder, values: readonly Scalar[]): Clause {
  const alternatives = order.map(([path, direction], i): Clause => {
    const equal = order
      .slice(0, i)
      .map(([p], k): Clause => ({ sql: `${column(p)} IS ?`, parameters: [parameter(values[k] ?? null)] }));
    return joined([...equal, beyond(path, direction, parameter(values[i] ?? null))], 'AND');
  });
  const behind = joined(alternatives, 'OR');
  const [first] = order;
  const from = parameter(values[0] ?? null);
  // Says nothing new, but lets SQLite start reading the index there instead of at its beginning.
  return first?.[1] === 'asc' && from !== null
    ? joined([{ sql: `${column(first[0])} >= ?`, parameters: [from] }, behind], 'AND')
    : behind;
}

function beyond(path: string, direction: 'asc' | 'desc', value: Parameter): Clause {
  const at = column(path);
  if (direction === 'asc')
    return value === null
      ? { sql: `${at} IS NOT NULL`, parameters: [] }
      : { sql: `${at} > ?`, parameters: [value] };
  return value === null
    ? { sql: '0', parameters: [] }
    : { sql: `(${at} < ? OR ${at} IS NULL)`, parameters: [value] };
}
