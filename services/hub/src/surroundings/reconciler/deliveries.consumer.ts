import {
  deliveries,
  deliveryAcceptedV1,
  deliveryAttemptedV1,
  deliverySettledV1,
  durable,
  everything,
  type DeliveryAccepted,
  type DeliverySettled,
  type Envelope,
} from '@towncrier/contracts';
import { Poison } from '@towncrier/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { ReleaseLedger } from './release.ledger.ts';

const typed = z.looseObject({ type: z.string() });

/** Learns which channels have taken over what. */
@Controller()
export class DeliveriesConsumer {
  constructor(@Inject(ReleaseLedger) private readonly ledger: ReleaseLedger) {}

  @EventPattern(everything(deliveries), {
    stream: deliveries.stream,
    durable: durable('hub', 'deliveries'),
    slots: 32,
  })
  async delivered(@Payload() raw: unknown): Promise<void> {
    const { type } = read(typed, raw, 'not an event');
    switch (type) {
      case deliveryAttemptedV1.type:
        return;
      case deliveryAcceptedV1.type: {
        const { data } = read<Envelope<DeliveryAccepted>>(deliveryAcceptedV1.schema, raw, type);
        return this.ledger.hear(data, null);
      }
      case deliverySettledV1.type: {
        const { data } = read<Envelope<DeliverySettled>>(deliverySettledV1.schema, raw, type);
        return this.ledger.hear(data, data.outcome);
      }
      default:
        throw new Poison(`unknown event type ${type}`);
    }
  }
}

function read<T>(schema: z.ZodType<T>, raw: unknown, what: string): T {
  const result = schema.safeParse(raw);
  if (!result.success) throw new Poison(`${what}: ${z.prettifyError(result.error).slice(0, 1000)}`);
  return result.data;
}
