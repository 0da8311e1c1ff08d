import { matrixRow } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** A row of the matrix as it is kept: made of the rows of the ledger, and made again whenever one of them changes. */
export const editionDoc = matrixRow.extend({
  _id: z.string(),
  version: z.int(),
  /** What it is found by: words of the title, and marks for what stands in its cells. */
  words: z.string(),
});
export type EditionDoc = z.infer<typeof editionDoc>;

export const editions: CollectionSpec<EditionDoc> = {
  name: 'editions',
  schemaVersion: 1,
  schema: editionDoc,
  indexes: [['releasedAt'], ['hand', 'releasedAt'], ['owner', 'releasedAt'], ['publication']],
  text: 'words',
};

/** Which rules the editions were made by; `_id` is the only one there is. */
const formDoc = z.object({ _id: z.literal('editions'), version: z.int(), form: z.int() });
export type FormDoc = z.infer<typeof formDoc>;
export const editionForms: CollectionSpec<FormDoc> = {
  name: 'edition_forms',
  schemaVersion: 1,
  schema: formDoc,
  indexes: [],
};
