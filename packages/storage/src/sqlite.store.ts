import type { Collection, CollectionSpec, Doc, Store } from './collection.ts';
import { SqliteCollection } from './sqlite.collection.ts';
import { WriteGroup } from './sqlite.group.ts';
import { openDatabase } from './sqlite.open.ts';

/**
 * The embedded store: one file, one process. Every resolved write is on the disk (WAL, `synchronous=FULL`).
 * `close` first commits what was asked for before it.
 * @throws StoreUnavailable when the folder cannot be written or another process has the file
 */
export async function openSqliteStore(directory: string): Promise<Store> {
  const database = openDatabase(directory);
  const group = new WriteGroup(database);
  const collections = new Map<string, Collection<Doc>>();
  return {
    kind: 'sqlite',
    collection: async <T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> => {
      const known = collections.get(spec.name) as Collection<T> | undefined;
      const collection = known ?? new SqliteCollection(database, group, spec);
      collections.set(spec.name, collection as unknown as Collection<Doc>);
      return collection;
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
