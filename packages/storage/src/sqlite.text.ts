import type { DatabaseSync } from 'node:sqlite';
import { column, type Clause } from './sqlite.where.ts';

/**
 * Up to so many hits each is looked up; beyond, the order's index is walked and every entry asked whether it
 * is a hit.
 */
const few = 2000;

const table = (name: string): string => `"${name}#text"`;

/**
 * An FTS5 index over one path, kept by triggers inside the transaction of the document's own write: a
 * document and its words never
 * differ. Words come divided by spaces; the tokenizer only folds case.
 */
export function declareText(database: DatabaseSync, name: string, path: string): void {
  const text = table(name);
  const of = (row: 'old' | 'new'): string => column(path).replace('(doc,', `(${row}.doc,`);
  const put = `INSERT INTO ${text} (rowid, words) VALUES (new.rowid, ${of('new')})`;
  const drop = `DELETE FROM ${text} WHERE rowid = old.rowid`;
  const trigger = (after: string, when: string, ...work: readonly string[]): string =>
    `CREATE TRIGGER IF NOT EXISTS "${name}#${after}" AFTER ${after} ON "${name}" ${when} BEGIN ${work.map((w) => `${w};`).join(' ')} END`;
  database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${text} USING fts5(words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
  );
  database.exec(trigger('INSERT', '', put));
  database.exec(trigger('UPDATE', `WHEN ${of('old')} IS NOT ${of('new')}`, drop, put));
  database.exec(trigger('DELETE', '', drop));
}

/** Documents that hold every word. @param count how many rows a query answers */
export function textClause(
  name: string,
  words: readonly string[],
  count: (sql: string, ...parameters: string[]) => number,
): Clause {
  const hits = `SELECT rowid FROM ${table(name)} WHERE ${table(name)} MATCH ?`;
  const match = words.map((word) => `"${word}"`).join(' AND ');
  const rare = count(`${hits} LIMIT ${few + 1}`, match) <= few;
  // The plus keeps SQLite from looking up each of very many hits.
  return { sql: `${rare ? '' : '+'}rowid IN (${hits})`, parameters: [match] };
}
