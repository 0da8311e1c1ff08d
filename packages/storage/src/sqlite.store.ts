import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Collection, CollectionSpec, Doc, Store } from './collection.ts';
import { StoreUnavailable } from './errors.ts';
import { SqliteCollection } from './sqlite.collection.ts';
import { WriteGroup } from './sqlite.group.ts';

/**
 * The embedded store: one file, one process. Every resolved write is on the disk (WAL, `synchronous=FULL`).
 * @throws StoreUnavailable when the folder cannot be written or another process has the file
 */
export function openSqliteStore(directory: string): Promise<Store> {
  const database = open(directory);
  const group = new WriteGroup(database);
  const collections = new Map<string, Collection<Doc>>();
  return Promise.resolve({
    kind: 'sqlite',
    collection: <T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> => {
      const known = collections.get(spec.name) as Collection<T> | undefined;
      const collection = known ?? new SqliteCollection(database, group, spec);
      collections.set(spec.name, collection as unknown as Collection<Doc>);
      return Promise.resolve(collection);
    },
    ping: () => group.run(() => void database.exec('INSERT INTO "_ping" (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET id = 1')),
    close: () => {
      if (database.isOpen) database.close();
      return Promise.resolve();
    },
  });
}

function open(directory: string): DatabaseSync {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (cause) {
    throw new StoreUnavailable(`The folder ${directory} cannot be written. Make it writable or set TOWNCRIER_DATA to another one.`, { cause });
  }
  const database = new DatabaseSync(join(directory, 'store.sqlite'), { timeout: 2000 });
  try {
    // The lock is the operating system's, so a killed process leaves none behind.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF');
    database.exec('CREATE TABLE IF NOT EXISTS "_ping" (id INTEGER PRIMARY KEY)');
    database.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (cause) {
    database.close();
    throw new StoreUnavailable(`The store in ${directory} is in use by another process. Several services may not share one store file: give each its own TOWNCRIER_DATA, or end the other process.`, { cause });
  }
  return database;
}
