import { z } from 'zod';
import { deliveryFacts } from '../delivery.ts';
import { instant } from '../edition.ts';
import { defineEvent } from '../envelope.ts';

/** A channel has stored the delivery durably: from here on the broker may lose everything. */
export const deliveryAcceptedV1 = defineEvent(
  'delivery-accepted.v1',
  deliveryFacts.extend({
    acceptedAt: instant,
    /** When it may begin, where it came in hours in which nobody is disturbed. */
    waitsUntil: instant.optional(),
  }),
);
export type DeliveryAccepted = z.infer<typeof deliveryAcceptedV1.data>;
