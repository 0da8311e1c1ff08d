import { z } from 'zod';
import type { CollectionSpec, Doc, Fresh } from './collection.ts';
import { InvalidDocument } from './errors.ts';

/** The document as it will be stored. @throws InvalidDocument naming the fields */
export function checked<T extends Doc>(spec: CollectionSpec<T>, doc: Fresh<T>, version: number): T {
  const result = spec.schema.safeParse({ ...doc, version });
  if (!result.success) throw new InvalidDocument(`${spec.name}: ${z.prettifyError(result.error)}`);
  return result.data;
}
