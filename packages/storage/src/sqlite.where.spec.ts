import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Order, Where } from './collection.ts';
import { fullOrder } from './query.ts';
import { afterClause, column, orderClause, whereClause } from './sqlite.where.ts';

/** How SQLite would go about it, given one index over state and dueAt and one over dueAt. */
function plan(where: Where, order: Order, after?: readonly string[]): string {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE notices (id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)');
  for (const paths of [
    ['state', 'dueAt', '_id'],
    ['dueAt', '_id'],
  ])
    database.exec(`CREATE INDEX "${paths.join()}" ON notices (${paths.map(column).join(', ')})`);
  const full = fullOrder(order);
  const clauses = [...(after === undefined ? [] : [afterClause(full, after)]), whereClause(where)];
  const statement = database.prepare(
    `EXPLAIN QUERY PLAN SELECT doc FROM notices WHERE ${clauses.map((c) => c.sql).join(' AND ')} ORDER BY ${orderClause(full)} LIMIT 10`,
  );
  return statement
    .all(...clauses.flatMap((c) => c.parameters))
    .map((row) => row['detail'])
    .join('; ');
}

describe('a query in SQL', () => {
  it.each<[string, Where, Order, string[] | undefined, RegExp]>([
    [
      'what is due in a state',
      { state: 'open', dueAt: { lte: '2026' } },
      { dueAt: 'asc' },
      undefined,
      /^SEARCH notices USING INDEX state,dueAt,_id \(<expr>=\? AND <expr><\?\)$/,
    ],
    [
      'the newest of a state',
      { state: 'open' },
      { dueAt: 'desc' },
      undefined,
      /^SEARCH notices USING INDEX state,dueAt,_id \(<expr>=\?\)$/,
    ],
    [
      'the newest of all',
      { dueAt: { gt: '' } },
      { dueAt: 'desc' },
      undefined,
      /^SEARCH notices USING INDEX dueAt,_id \(<expr>>\?\)$/,
    ],
    [
      'the next page',
      {},
      { dueAt: 'asc' },
      ['2026', 'a'],
      /^SEARCH notices USING INDEX dueAt,_id \(<expr>>\?\)$/,
    ],
    [
      'the next page of ids',
      {},
      {},
      ['a'],
      /^SEARCH notices USING INDEX sqlite_autoindex_notices_1 \(id>\?\)$/,
    ],
  ])('reads the index in order, without sorting, for %s', (_what, where, order, after, expected) => {
    expect(plan(where, order, after)).toMatch(expected);
  });

  it('carries values as parameters, never in the text', () => {
    const { sql, parameters } = whereClause({
      state: "x' OR 1 --",
      dueAt: { in: ["'; DROP TABLE notices", null] },
    });

    expect(sql).not.toMatch(/OR 1|DROP/);
    expect(parameters).toEqual(["x' OR 1 --", "'; DROP TABLE notices"]);
  });
});
