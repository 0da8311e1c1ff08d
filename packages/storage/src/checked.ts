import type { CollectionSpec, Doc, Fresh } from './collection.ts';
import { InvalidDocument } from './errors.ts';

/** The document as it will be stored. @throws InvalidDocument naming the fields */
export function checked<T extends Doc>(spec: CollectionSpec<T>, doc: Fresh<T>, version: number): T {
  // Half a surrogate pair cannot be written as UTF-8: two such ids would become one.
  if (typeof doc._id !== 'string' || !doc._id.isWellFormed())
    throw new InvalidDocument(`${spec.name}: _id: must be a well-formed string`);
  const result = spec.schema.safeParse({ ...doc, version });
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'document' : path.map(String).join('.')}: ${message}`,
  );
  throw new InvalidDocument(`${spec.name} "${doc._id}" does not fit its schema: ${faults.join('; ')}`);
}
