import { z } from 'zod';
import { deliveryKey } from '../delivery.ts';
import { instant } from '../edition.ts';
import { defineEvent } from '../envelope.ts';

/**
 * A person did outside the house what a delivery could not, e.g. in the far end's own back office, or found that
 * nothing is to be done. No channel hears of it: the delivery stays as it came to rest.
 */
export const deliveryHandledV1 = defineEvent(
  'delivery-handled.v1',
  deliveryKey.extend({ by: z.string().min(1), reason: z.string().min(1).max(500), at: instant }),
);
export type DeliveryHandled = z.infer<typeof deliveryHandledV1.data>;
