import { z } from 'zod';
import { deliveryKey } from '../delivery.ts';
import { instant } from '../edition.ts';
import { defineEvent } from '../envelope.ts';

/**
 * An operator asked one channel to take up a delivery again. An unknown outcome is observed first, never
 * re-sent blindly.
 */
export const retryRequestedV1 = defineEvent(
  'retry-requested.v1',
  deliveryKey.extend({
    by: z.string().min(1),
    reason: z.string().max(500).optional(),
    at: instant,
  }),
);
export type RetryRequested = z.infer<typeof retryRequestedV1.data>;
