import {
  attemptOutcome,
  channelId,
  evidence,
  instant,
  lane,
  operation,
  publicationId,
} from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/**
 * Where a delivery stands, for people: `expected` released, the channel has not said that it took it ·
 * `accepted` stored by the channel ·
 * `working` sent, not yet seen · `waiting` to be tried again at `nextAt` · `unknown` being found out · then
 * the five ways to rest.
 */
export const rowState = z.enum([
  'expected',
  'accepted',
  'working',
  'waiting',
  'unknown',
  'confirmed',
  'superseded',
  'refused',
  'expired',
  'failed',
]);
export type RowState = z.infer<typeof rowState>;

export const timelineEntry = z.object({
  at: instant,
  verb: z.enum(['release', 'accept', 'prepare', 'publish', 'observe', 'withdraw', 'settle', 'retry']),
  outcome: z.union([attemptOutcome, rowState, z.literal('requested')]),
  words: z.string(),
  startedAt: instant.optional(),
  endedAt: instant.optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const ledgerRow = z
  .object({
    delivery: z.string(),
    publication: publicationId,
    edition: z.int().positive(),
    channel: channelId,
    operation,
    lane,
    title: z.string(),
    state: rowState,
    attempts: z.int().nonnegative(),
    releasedAt: instant,
    acceptedAt: instant.optional(),
    settledAt: instant.optional(),
    /** From release to rest. */
    ms: z.int().nonnegative().optional(),
    words: z.string(),
    nextAt: instant.optional(),
    evidence: evidence.optional(),
    timeline: z.array(timelineEntry),
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.infer<typeof ledgerRow>;

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
  schema: ledgerDoc as unknown as z.ZodType<LedgerDoc>,
  indexes: [
    ['publication', 'releasedAt'],
    ['state', 'releasedAt'],
    ['channel', 'releasedAt'],
    ['releasedAt'],
    ['updatedAt'],
  ],
};
