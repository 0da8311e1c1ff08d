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

export interface CollectionSpec<T extends Doc> {
  readonly name: string;
  /** Checked on the way in. */
  readonly schema: z.ZodType<T>;
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
}

export interface Collection<T extends Doc> {
  get(id: string): Promise<T | null>;
  /** False when the id is already there; the stored document is then untouched. */
  insert(doc: Fresh<T>): Promise<boolean>;
  /** Compare-and-set: false when the stored version is another one or the document is gone. */
  replace(doc: Fresh<T>, expectedVersion: number): Promise<boolean>;
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
  collection<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>>;
  /** @throws StoreUnavailable when the store cannot be written */
  ping(): Promise<void>;
  close(): Promise<void>;
}
