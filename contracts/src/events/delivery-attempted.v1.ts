import { z } from 'zod';
import { deliveryFacts, evidence } from '../delivery.ts';
import { instant } from '../edition.ts';
import { defineEvent } from '../envelope.ts';

export const attemptOutcome = z.enum([
  'done',
  'pending',
  'busy',
  'credentials',
  'refused',
  'quota',
  'operator',
  'unknown',
  'present',
  'gone',
  'different',
  'unclear',
]);
export type AttemptOutcome = z.infer<typeof attemptOutcome>;

/**
 * One request to the far end and its answer, as much of it as anybody may see: no query, no body, and no part of the
 * address that may be a number or a secret.
 */
export const exchange = z.object({
  method: z.string().max(20),
  url: z.string().max(300),
  /** Absent where nobody answered. */
  status: z.int().optional(),
  ms: z.int().nonnegative(),
});
export type Exchange = z.infer<typeof exchange>;

/** One verb was tried against the far end. */
export const deliveryAttemptedV1 = defineEvent(
  'delivery-attempted.v1',
  deliveryFacts.extend({
    attempt: z.int().positive(),
    verb: z.enum(['prepare', 'publish', 'observe', 'withdraw']),
    startedAt: instant,
    endedAt: instant,
    outcome: attemptOutcome,
    /** Cause and next step in plain Chinese. */
    words: z.string(),
    nextAt: instant.optional(),
    /** Which of several targets it was about. */
    target: z.object({ id: z.string(), title: z.string() }).optional(),
    /** What only a person can bring further, while it is tried again all the same. */
    asks: z.boolean().optional(),
    evidence: evidence.optional(),
    /** What was asked of the far end on the way, the last ones. */
    exchanges: z.array(exchange).max(20).optional(),
  }),
);
export type DeliveryAttempted = z.infer<typeof deliveryAttemptedV1.data>;
