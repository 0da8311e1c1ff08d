import { UndeclaredIndex } from './errors.ts';
import type { Condition, Order, Scalar, Where } from './collection.ts';

/** A condition taken apart, the same for every implementation. */
export interface Comparison { readonly path: string; readonly operator: 'eq' | 'in' | 'lt' | 'lte' | 'gt' | 'gte'; readonly value: Scalar | readonly Scalar[] }

const operators = ['in', 'lt', 'lte', 'gt', 'gte'] as const;

export function comparisons(where: Where): readonly Comparison[] {
  return Object.entries(where).flatMap(([path, condition]) => compare(path, condition));
}

function compare(path: string, condition: Condition): Comparison[] {
  if (condition === null || typeof condition !== 'object') return [{ path, operator: 'eq', value: condition }];
  return operators.flatMap((operator): Comparison[] => {
    const value = condition[operator];
    return value === undefined ? [] : [{ path, operator, value }];
  });
}

/** @throws UndeclaredIndex for a path that is neither `_id` nor named in an index */
export function requireDeclared(collection: string, indexes: readonly (readonly string[])[], where: Where, order: Order | undefined): void {
  const declared = new Set(['_id', ...indexes.flat()]);
  const stranger = [...Object.keys(where), ...Object.keys(order ?? {})].find((path) => !declared.has(path));
  if (stranger !== undefined) throw new UndeclaredIndex(`${collection} has no index over "${stranger}"; declare one in its CollectionSpec`);
}

/** The order of a query with `_id` as the last word, so that pages never overlap. */
export function fullOrder(order: Order | undefined): readonly (readonly [string, 'asc' | 'desc'])[] {
  const given = Object.entries(order ?? {});
  const direction = given.at(-1)?.[1] ?? 'asc';
  return given.some(([path]) => path === '_id') ? given : [...given, ['_id', direction]];
}

/** Opaque for callers: the values of the last document in the query's order. */
export const writeCursor = (values: readonly Scalar[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
export const readCursor = (cursor: string): Scalar[] => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Scalar[];

export function valueAt(doc: unknown, path: string): Scalar {
  const value = path.split('.').reduce<unknown>((at, key) => (at === null || typeof at !== 'object' ? undefined : (at as Record<string, unknown>)[key]), doc);
  return value === undefined ? null : (value as Scalar);
}
