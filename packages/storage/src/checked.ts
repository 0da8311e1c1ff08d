import type { CollectionSpec, Doc, Fresh } from './collection.ts';
import { InvalidDocument } from './errors.ts';

/** The document as it will be stored. @throws InvalidDocument naming the fields */
export function checked<T extends Doc>(spec: CollectionSpec<T>, doc: Fresh<T>, version: number): T {
  // Half a surrogate pair cannot be written as UTF-8: two such ids would become one.
  if (typeof doc._id !== 'string' || !doc._id.isWellFormed())
    throw new InvalidDocument(`${spec.name}: _id: must be a well-formed string`);
  const given = { ...doc, version };
  const result = spec.schema.safeParse(given);
  const faults = result.success
    ? dropped(given, result.data).map((path) => `${path}: the schema does not name it`)
    : result.error.issues.map(
        ({ path, message }) => `${path.length === 0 ? 'document' : path.map(String).join('.')}: ${message}`,
      );
  if (result.success && faults.length === 0) return result.data;
  throw new InvalidDocument(`${spec.name} "${doc._id}" does not fit its schema: ${faults.join('; ')}`);
}

/**
 * Paths of what a schema let fall. A schema that is shared with readers of events ignores what it does not
 * know; a store must not.
 */
function dropped(given: unknown, kept: unknown, path: readonly string[] = []): readonly string[] {
  if (given === kept || !isObject(given) || !isObject(kept)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const at = [...path, key];
    if (value === undefined) return [];
    return Object.hasOwn(kept, key) ? dropped(value, kept[key], at) : [at.join('.')];
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
