import type { DatabaseSync } from 'node:sqlite';
import type { CollectionSpec, Doc, Plain } from './collection.ts';
import { markOf, migrated, unmarked, type Mark } from './migration.ts';

/** Documents of one transaction: one sync for all of them, and the service answers in between. */
const batch = 500;

/** `moved`: the last id that is of form `reaching` already, while a migration is under way. */
export interface SqliteMark extends Mark {
  readonly moved: string | null;
}

const table = (database: DatabaseSync, name: string): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined;

/** Null for a collection that was never opened. */
export function readMark(database: DatabaseSync, name: string): SqliteMark | null {
  const row = table(database, '_forms')
    ? database.prepare(`SELECT version, reaching, moved FROM "_forms" WHERE collection = ?`).get(name)
    : undefined;
  if (row !== undefined)
    return {
      version: Number(row['version']),
      reaching: Number(row['reaching']),
      moved: row['moved'] === null ? null : String(row['moved']),
    };
  return table(database, name) ? { ...unmarked, moved: null } : null;
}

/**
 * Brings the documents of a collection to today's form, each batch and its mark in one transaction: a kill
 * loses no more than the batch in hand.
 * @param mark as `readMark` gave it, before the collection was made
 */
export async function bringUp<T extends Doc>(
  database: DatabaseSync,
  spec: CollectionSpec<T>,
  mark: SqliteMark | null,
): Promise<void> {
  let at: SqliteMark = mark ?? { ...markOf(spec.schemaVersion), moved: null };
  if (!isRecorded(database, spec.name)) record(database, spec.name, at);
  while (at.version < spec.schemaVersion) {
    at = inTransaction(database, () => step(database, spec, at));
    await new Promise(setImmediate);
  }
}

function step<T extends Doc>(
  database: DatabaseSync,
  spec: CollectionSpec<T>,
  { version, moved }: SqliteMark,
): SqliteMark {
  const next = version + 1;
  const rows = database
    .prepare(`SELECT id, doc FROM "${spec.name}" WHERE (?1 IS NULL OR id > ?1) ORDER BY id LIMIT ${batch}`)
    .all(moved);
  const put = database.prepare(`UPDATE "${spec.name}" SET doc = ? WHERE id = ?`);
  for (const row of rows) {
    const doc = JSON.parse(String(row['doc'])) as Plain & Doc;
    put.run(JSON.stringify(migrated(spec, doc, version, next)), doc._id);
  }
  const last = rows.at(-1);
  const at: SqliteMark =
    last === undefined
      ? { ...markOf(next), moved: null }
      : { version, reaching: next, moved: String(last['id']) };
  record(database, spec.name, at);
  return at;
}

const isRecorded = (database: DatabaseSync, name: string): boolean =>
  database.prepare(`SELECT 1 FROM "_forms" WHERE collection = ?`).get(name) !== undefined;

function record(database: DatabaseSync, name: string, { version, reaching, moved }: SqliteMark): void {
  database
    .prepare(
      `INSERT INTO "_forms" (collection, version, reaching, moved) VALUES (?, ?, ?, ?)
       ON CONFLICT (collection) DO UPDATE
       SET version = excluded.version, reaching = excluded.reaching, moved = excluded.moved`,
    )
    .run(name, version, reaching, moved);
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
