import type { CollectionSpec, Doc } from '@towncrier/storage';
import { deadLetterCollection } from './dead-letters/dead-letter.ts';
import { ledger } from './ledger/row.ts';
import { editionForms, editions } from './matrix/edition.ts';

/** All that the monitor keeps. `npm run migrate` finds them here, and the monitor opens no other. */
export const collections: readonly CollectionSpec<Doc>[] = [
  ledger,
  deadLetterCollection,
  editions,
  editionForms,
];
