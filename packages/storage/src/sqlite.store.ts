import type { DatabaseSync } from 'node:sqlite';
import type { Collection, CollectionSpec, Doc, Store } from './collection.ts';
import { requireSound } from './declaration.ts';
import { SqliteCollection } from './sqlite.collection.ts';
import { WriteGroup } from './sqlite.group.ts';
import { requireOpenable } from './migration.ts';
import { bringUp, readMark } from './sqlite.migrate.ts';
import { openDatabase } from './sqlite.open.ts';

/**
 * The embedded store: one file, one process. Every resolved write is on the disk (WAL, `synchronous=FULL`).
 * `close` first commits what was asked for before it.
 * @throws StoreUnavailable when the folder cannot be written or another process has the file
 */
export async function openSqliteStore(directory: string): Promise<Store> {
  const database = openDatabase(directory);
  const group = new WriteGroup(database);
  const collections = new Map<string, unknown>();
  return {
    kind: 'sqlite',
    collection: async <T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> => {
      const opening = collections.get(spec.name) ?? declare(database, group, spec);
      collections.set(spec.name, opening);
      try {
        // One name has one spec, hence one type.
        return (await opening) as Collection<T>;
      } catch (error) {
        collections.delete(spec.name);
        throw error;
      }
    },
    ping: () =>
      group.run(
        () => void database.exec('INSERT INTO "_ping" (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET id = 1'),
      ),
    close: async () => {
      group.flush();
      if (database.isOpen) database.close();
    },
  };
}

async function declare<T extends Doc>(
  database: DatabaseSync,
  group: WriteGroup,
  spec: CollectionSpec<T>,
): Promise<Collection<T>> {
  requireSound(spec);
  const mark = readMark(database, spec.name);
  requireOpenable(spec, mark);
  const collection = new SqliteCollection(database, group, spec);
  await bringUp(database, spec, mark);
  return collection;
}
