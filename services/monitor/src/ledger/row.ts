import { ledgerRow } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** The stored row. `seen` are the ids of the events already told in it. */
export const ledgerDoc = ledgerRow.extend({
  _id: z.string(),
  version: z.int(),
  seen: z.array(z.string()),
  updatedAt: z.string(),
});
export type LedgerDoc = z.infer<typeof ledgerDoc>;

export const ledger: CollectionSpec<LedgerDoc> = {
  name: 'ledger',
  schemaVersion: 1,
  schema: ledgerDoc,
  indexes: [
    ['publication', 'releasedAt'],
    ['state', 'releasedAt'],
    ['channel', 'releasedAt'],
    ['releasedAt'],
    ['updatedAt'],
  ],
};
