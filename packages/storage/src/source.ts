import type { Doc, Plain } from './collection.ts';
import type { Mark } from './migration.ts';

/** A store to be read only. */
export interface Source {
  /** Null for a collection that is not there. */
  read(name: string): Promise<Reading | null>;
  close(): Promise<void>;
}
export interface Reading {
  readonly mark: Mark;
  readonly documents: AsyncIterable<{ readonly form: number; readonly doc: Plain & Doc }>;
}
