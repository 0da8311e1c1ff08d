import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Doc, Plain } from './collection.ts';
import { StoreUnavailable } from './errors.ts';
import { readMark, type SqliteMark } from './sqlite.migrate.ts';
import { wordsFor } from './sqlite.open.ts';
import type { Reading, Source } from './source.ts';

/**
 * Reads `<directory>/store.sqlite` and leaves the folder as it was. A folder without a store reads as an empty
 * one.
 * @throws StoreUnavailable when another process has the store, or the file is none
 */
export function openSqliteSource(directory: string): Source {
  const file = join(directory, 'store.sqlite');
  if (!existsSync(file)) return { read: async () => null, close: async () => undefined };
  // Reading makes an index of the log, and the log where there is none.
  const made = [`${file}-wal`, `${file}-shm`].filter((path) => !existsSync(path));
  const close = (database: DatabaseSync): void => {
    database.close();
    for (const path of made) rmSync(path, { force: true });
  };
  const database = new DatabaseSync(file, { readOnly: true, timeout: 2000 });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (cause) {
    close(database);
    throw new StoreUnavailable(wordsFor(directory, cause), { cause });
  }
  return {
    read: async (name) => {
      const mark = readMark(database, name);
      return mark === null ? null : { mark, documents: documentsOf(database, name, mark) };
    },
    close: async () => close(database),
  };
}

async function* documentsOf(
  database: DatabaseSync,
  name: string,
  { version, reaching, moved }: SqliteMark,
): Reading['documents'] {
  for (const row of database.prepare(`SELECT id, doc FROM "${name}" ORDER BY id`).iterate()) {
    const done = moved !== null && Buffer.compare(bytes(row['id']), bytes(moved)) <= 0;
    yield { form: done ? reaching : version, doc: JSON.parse(String(row['doc'])) as Plain & Doc };
  }
}

/** SQLite orders text by its bytes. */
const bytes = (id: unknown): Buffer => Buffer.from(String(id));
