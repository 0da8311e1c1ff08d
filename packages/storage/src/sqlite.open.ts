import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from './errors.ts';

/** How long (ms) a start waits for its predecessor to let go of the file. */
const patience = 2000;

/**
 * Opens `<directory>/store.sqlite` for this process alone. Every commit is synced before it returns.
 * @throws StoreUnavailable when the folder cannot be written, the file is no store, or another process has it
 */
export function openDatabase(directory: string): DatabaseSync {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch (cause) {
    throw new StoreUnavailable(
      `The folder ${directory} cannot be written. Make it writable or set TOWNCRIER_DATA to another one.`,
      { cause },
    );
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(directory, 'store.sqlite'), { timeout: patience });
    // The lock is the operating system's, so a killed process leaves none behind. fullfsync: on macOS a plain
    // sync stops at the drive's cache.
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON',
    );
    database.exec('CREATE TABLE IF NOT EXISTS "_ping" (id INTEGER PRIMARY KEY)');
    database.exec(
      `CREATE TABLE IF NOT EXISTS "_forms"
       (collection TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, reaching INTEGER NOT NULL, moved TEXT)`,
    );
    database.exec('BEGIN IMMEDIATE; COMMIT');
    return database;
  } catch (cause) {
    database?.close();
    throw new StoreUnavailable(wordsFor(directory, cause), { cause });
  }
}

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const codes = { busy: 5, corrupt: 11, notADatabase: 26 };

/** Why a store's file cannot be used, and what to do about it. */
export function wordsFor(directory: string, cause: unknown): string {
  const { errcode = 0, message } = cause as { errcode?: number; message?: string };
  const primary = errcode & 0xff;
  if (primary === codes.busy)
    return `The store in ${directory} is in use by another process. Several services may not share one store file: give each its own TOWNCRIER_DATA, or end the other process.`;
  if (primary === codes.corrupt || primary === codes.notADatabase)
    return `${join(directory, 'store.sqlite')} is damaged or no store (${message}). Put back the last backup, or move the file away to start empty.`;
  return `The store in ${directory} cannot be opened (${message}). Make the folder and its files writable, check the free space, or set TOWNCRIER_DATA to another folder.`;
}
