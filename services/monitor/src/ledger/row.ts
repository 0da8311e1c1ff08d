import { ledgerEntry, type LedgerRow, type RowState } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** The stored row. `seen` are the ids of the events already told in it. */
export const ledgerDoc = ledgerEntry.extend({
  _id: z.string(),
  version: z.int(),
  seen: z.array(z.string()),
  /** When a person was last asked to help, and when something last went well. */
  askedAt: z.string().optional(),
  easedAt: z.string().optional(),
  updatedAt: z.string(),
});
export type LedgerDoc = z.infer<typeof ledgerDoc>;

/** States in which asking again may help: at rest without having arrived, or waiting for something to change. */
const retryable = {
  expected: false,
  accepted: false,
  working: false,
  waiting: true,
  unknown: true,
  confirmed: false,
  superseded: false,
  refused: true,
  expired: true,
  failed: true,
} as const satisfies Readonly<Record<RowState, boolean>>;

/** The row as people see it. */
export function rowOf({ _id, version, seen, updatedAt, askedAt, easedAt, ...entry }: LedgerDoc): LedgerRow {
  const asks = askedAt !== undefined && askedAt > (easedAt ?? '');
  return { ...entry, retryable: retryable[entry.state], ...(asks ? { asks } : {}) };
}

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
