import { z } from 'zod';
import type { Condition, FindOptions, Order, Scalar, Where } from './collection.ts';
import { InvalidCursor, UndeclaredIndex } from './errors.ts';

/** A condition taken apart, the same for every implementation. */
export type Comparison =
  | { readonly path: string; readonly operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte'; readonly value: Scalar }
  | { readonly path: string; readonly operator: 'in'; readonly values: readonly Scalar[] };
export type FullOrder = readonly (readonly [path: string, direction: 'asc' | 'desc'])[];

const ranges = ['lt', 'lte', 'gt', 'gte'] as const;

export function comparisons(where: Where): readonly Comparison[] {
  return Object.entries(where).flatMap(([path, condition]) => compare(path, condition));
}

function compare(path: string, condition: Condition): Comparison[] {
  if (condition === null || typeof condition !== 'object')
    return [{ path, operator: 'eq', value: condition }];
  const bounds = ranges.flatMap((operator): Comparison[] => {
    const value = condition[operator];
    if (value === undefined) return [];
    // Nothing lies before or behind null; left to themselves the stores disagree about "at most null".
    return value === null ? [{ path, operator: 'in', values: [] }] : [{ path, operator, value }];
  });
  return condition.in === undefined ? bounds : [{ path, operator: 'in', values: condition.in }, ...bounds];
}

/** @throws UndeclaredIndex for a path that is neither `_id` nor named in an index */
export function requireDeclared(
  collection: string,
  indexes: readonly (readonly string[])[],
  where: Where,
  order: Order | undefined,
): void {
  const declared = new Set(['_id', ...indexes.flat()]);
  const stranger = [...Object.keys(where), ...Object.keys(order ?? {})].find((path) => !declared.has(path));
  if (stranger !== undefined)
    throw new UndeclaredIndex(
      `${collection} has no index over "${stranger}"; add ["${stranger}"] to the indexes of its CollectionSpec, or query another path`,
    );
}

/** The words to look for; null when none are. @throws UndeclaredIndex for a collection without text */
export function wordsOf(
  { name, text }: { readonly name: string; readonly text?: string },
  { words = [] }: FindOptions,
): readonly string[] | null {
  const wanted = words.map((word) => word.replaceAll('"', ' ').trim()).filter((word) => word !== '');
  if (wanted.length === 0) return null;
  if (text === undefined)
    throw new UndeclaredIndex(
      `${name} has no text to search; name its path in the "text" of its CollectionSpec`,
    );
  return wanted;
}

/** The order of a query with `_id` as the last word, so that pages never overlap. */
export function fullOrder(order: Order | undefined): FullOrder {
  const given = Object.entries(order ?? {});
  const direction = given.at(-1)?.[1] ?? 'asc';
  return given.some(([path]) => path === '_id') ? given : [...given, ['_id', direction]];
}

export const pageSize = ({ limit = 100 }: FindOptions): number =>
  Math.max(1, Math.min(1000, Math.trunc(limit)));

const cursorValues = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Opaque for callers: the values of the last document in the query's order. */
export function writeCursor(order: FullOrder, last: unknown): string {
  return Buffer.from(JSON.stringify(order.map(([path]) => valueAt(last, path)))).toString('base64url');
}

/** Cursors come back from outside, so only plain values get through. @throws InvalidCursor */
export function readCursor(order: FullOrder, cursor: string): readonly Scalar[] {
  const values = cursorValues.safeParse(parsed(cursor));
  if (!values.success || values.data.length !== order.length)
    throw new InvalidCursor('The cursor does not belong to this query; start again from the first page.');
  return values.data;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function valueAt(doc: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        at === null || typeof at !== 'object' ? null : ((at as Record<string, unknown>)[key] ?? null),
      doc,
    );
}
