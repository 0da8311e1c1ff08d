import { sha256 } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** Of which forms a rendition was made that was answered for; immutable, the id is its hash. */
const formsDoc = z.strictObject({ _id: sha256, version: z.int(), forms: z.array(z.string()) });
export type FormsDoc = z.infer<typeof formsDoc>;
export const renditionForms: CollectionSpec<FormsDoc> = {
  name: 'rendition-forms',
  schemaVersion: 1,
  schema: formsDoc,
  indexes: [],
};
