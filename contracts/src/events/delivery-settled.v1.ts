import { z } from 'zod';
import { deliveryFacts, evidence } from '../delivery.ts';
import { instant } from '../edition.ts';
import { defineEvent } from '../envelope.ts';

/**
 * `confirmed` the far end was seen to show (or, for a withdrawal, no longer to show) it · `superseded` a
 * later operation made it moot ·
 * `refused` the content cannot go out on this channel · `expired` its deadline passed first · `failed` a
 * person must act.
 */
export const settledOutcome = z.enum(['confirmed', 'superseded', 'refused', 'expired', 'failed']);
export type SettledOutcome = z.infer<typeof settledOutcome>;

/** A delivery has come to rest. `failed` and `refused` may be reopened by an operator. */
export const deliverySettledV1 = defineEvent(
  'delivery-settled.v1',
  deliveryFacts.extend({
    outcome: settledOutcome,
    evidence,
    settledAt: instant,
  }),
);
export type DeliverySettled = z.infer<typeof deliverySettledV1.data>;
