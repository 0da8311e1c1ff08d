import type { z } from 'zod';

/**
 * The document-collection port. Two implementations pass one suite: node:sqlite (embedded default) and
 * MongoDB through mongoose.
 * Every method is atomic for one document; nothing spans two documents.
 */
export interface Doc {
  readonly _id: string;
  /** 1 after insert, +1 with every replace and claim. Never written by callers. */
  readonly version: number;
}

export type Fresh<T extends Doc> = Omit<T, 'version'>;
export type Scalar = string | number | boolean | null;
/**
 * Comparing with `lt`, `lte`, `gt` or `gte` never finds null, and nothing is found by comparing with null.
 */
export type Condition =
  | Scalar
  | {
      readonly in?: readonly Scalar[];
      readonly lt?: Scalar;
      readonly lte?: Scalar;
      readonly gt?: Scalar;
      readonly gte?: Scalar;
    };
/**
 * Keys are `_id` or paths (dots allowed) named in a declared index; anything else is refused with
 * `UndeclaredIndex`.
 */
export type Where = Readonly<Record<string, Condition>>;
export type Order = Readonly<Record<string, 'asc' | 'desc'>>;

export interface FindOptions {
  readonly order?: Order;
  /** At most 1000; default 100. */
  readonly limit?: number;
  /** `cursor` of the previous page of the same query; anything else is refused with `InvalidCursor`. */
  readonly after?: string;
  /**
   * Only documents whose text (`CollectionSpec.text`) holds every one of these words; empty is as good as
   * absent.
   */
  readonly words?: readonly string[];
}
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/**
 * A claim on one document: `until` and `now` are instants (ISO 8601, UTC), `token` fences whoever held it
 * before.
 */
export interface Lease {
  readonly token: string;
  readonly until: string;
  readonly now: string;
  readonly order?: Order;
}

/**
 * A type as it is stored: what a schema says, unchangeable at every depth. `type Notice = Frozen<z.infer<typeof notice>>`.
 */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/** A document before its schema has looked at it. */
export type Plain = Readonly<Record<string, unknown>>;
/** One form of a document into the next: pure, and the same for every document of the collection. */
export type Migration = (doc: Plain) => Plain;

export interface CollectionSpec<T extends Doc> {
  readonly name: string;
  /**
   * Checked on the way in. Strict: what it does not name is refused, at every depth, and nothing is dropped.
   */
  readonly schema: z.ZodType<T>;
  /** Which form of its documents `schema` describes, counted from 1; data without a mark is of version 1. */
  readonly schemaVersion: number;
  /** Oldest first: entry 0 makes version 2 of version 1. `_id` and `version` stay, whatever it answers. */
  readonly migrations?: readonly Migration[];
  /**
   * Each entry is one index over the named paths, in order. A path holds one kind of scalar or null in all
   * documents;
   * absent counts as null. Text is ordered by code point, null comes first.
   */
  readonly indexes: readonly (readonly string[])[];
  /**
   * Path of a text of words divided by spaces, to be searched by word. Whoever writes it cuts the words,
   * Chinese ones too.
   */
  readonly text?: string;
  /** Paths of texts that a service keeps sealed with a key outside the store. The store itself does not look at it. */
  readonly sealed?: readonly string[];
}

/** What became of a change: the stored document, or the one that was left as it is (null: there is none). */
export type Changed<T extends Doc> =
  | { readonly outcome: 'stored'; readonly doc: T }
  | { readonly outcome: 'left'; readonly doc: T | null };

/** What is to stand there instead of `doc` (null: nothing stands there yet); null leaves it as it is. */
export type Decide<T extends Doc> = (doc: T | null) => Fresh<T> | null | Promise<Fresh<T> | null>;

export interface Collection<T extends Doc> {
  get(id: string): Promise<T | null>;
  /** False when the id is already there; the stored document is then untouched. */
  insert(doc: Fresh<T>): Promise<boolean>;
  /** Compare-and-set: false when the stored version is another one or the document is gone. */
  replace(doc: Fresh<T>, expectedVersion: number): Promise<boolean>;
  /**
   * Decides on what is stored and writes the decision; decided again whenever another write came first.
   * What `decide` throws is thrown, and nothing is written.
   * @param seen the document as it was read a moment ago; spares the first look
   * @throws Contended when a thousand others came first, one after the other
   */
  change(id: string, decide: Decide<T>, seen?: T): Promise<Changed<T>>;
  find(where: Where, options?: FindOptions): Promise<Page<T>>;
  count(where: Where): Promise<number>;
  /**
   * Sets `lease` on the first match whose lease is absent or over (`until` before `now`), and returns that
   * document; null when there
   * is none. The version goes up, so whoever held the lease before can no longer replace.
   */
  claim(where: Where, lease: Lease): Promise<(T & { lease: { token: string; until: string } }) | null>;
  delete(id: string): Promise<boolean>;
}

export interface Store {
  readonly kind: 'sqlite' | 'mongodb';
  /**
   * Documents of an earlier form are brought up before it resolves.
   * @throws NewerData when they are of a later form than `spec` knows; nothing is touched then
   * @throws MigrationFailed naming the document that could not be brought up; tried again at the next opening
   */
  collection<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>>;
  /** @throws StoreUnavailable when the store cannot be written */
  ping(): Promise<void>;
  close(): Promise<void>;
}
