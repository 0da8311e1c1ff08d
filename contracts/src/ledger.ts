import { z } from 'zod';
import { evidence } from './delivery.ts';
import { channelId, instant, lane, publicationId } from './edition.ts';
import { attemptOutcome, exchange } from './events/delivery-attempted.v1.ts';
import { operation } from './operation.ts';

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
  verb: z.enum([
    'release',
    'accept',
    'prepare',
    'publish',
    'observe',
    'withdraw',
    'settle',
    'retry',
    'handle',
  ]),
  outcome: z.union([attemptOutcome, rowState, z.enum(['requested', 'handled'])]),
  words: z.string(),
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  /** Title of the target it was about. */
  target: z.string().optional(),
  exchanges: z.array(exchange).optional(),
  /** Of an acceptance: when it may begin. */
  waitsUntil: instant.optional(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** One delivery as the monitor keeps it. */
export const ledgerEntry = z.object({
  delivery: z.string(),
  publication: publicationId,
  edition: z.int().positive(),
  channel: channelId,
  operation,
  lane,
  title: z.string(),
  /** The organisation that speaks, and the number of the document, where the release said them. */
  owner: z.string().optional(),
  number: z.string().optional(),
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
  /** Where it was put up, target by target, in the far end's own names; only where calls go to single targets. */
  places: z
    .array(
      z.object({
        target: z.string(),
        title: z.string(),
        reference: z.string(),
        url: z.string().optional(),
        at: instant,
      }),
    )
    .optional(),
  /** Done outside the house, as somebody said. */
  byHand: z.object({ by: z.string(), at: instant, reason: z.string() }).optional(),
  /** Of the trace that began with the editor's request (W3C trace context). */
  trace: z.string().optional(),
  timeline: z.array(timelineEntry),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** The same as the monitor tells of it. */
export const ledgerRow = ledgerEntry
  .extend({
    retryable: z.boolean().meta({
      description: 'Whether an operator may ask for it again; whoever asks is refused otherwise',
    }),
    /** Present while it fails for long: it is tried again all the same, and only a person can help. */
    asks: z.literal(true).optional(),
  })
  .meta({ id: 'LedgerRow' });
export type LedgerRow = z.infer<typeof ledgerRow>;

/** A message nobody could handle, with its cause, for a person to judge. */
export const deadLetter = z
  .object({
    id: z.string(),
    service: z.string(),
    subject: z.string(),
    cause: z.string(),
    at: z.string(),
    excerpt: z.string(),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetter = z.infer<typeof deadLetter>;
