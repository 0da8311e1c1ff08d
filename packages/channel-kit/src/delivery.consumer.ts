import {
  commandSubject,
  commands,
  durable,
  editionReleasedV1,
  publicationWithdrawnV1,
  releaseSubject,
  releases,
  retryRequestedV1,
  type Envelope,
  type EditionReleased,
  type PublicationWithdrawn,
} from '@towncrier/contracts';
import { Poison } from '@towncrier/messaging';
import { Controller, Inject, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { z } from 'zod';
import type { ChannelRuntime } from './channel.runtime.ts';

export const RUNTIME = Symbol('ChannelRuntime');

const typed = z.looseObject({ type: z.string() });

/** @throws Poison with the cause, for events that can never be read */
export function readRelease(raw: unknown): Envelope<EditionReleased | PublicationWithdrawn> {
  const head = typed.safeParse(raw);
  if (!head.success) throw new Poison('not an event: no type');
  const contract = [editionReleasedV1, publicationWithdrawnV1].find((c) => c.type === head.data.type);
  if (contract === undefined) throw new Poison(`unknown event type ${head.data.type}`);
  const result = (contract.schema as z.ZodType<Envelope<EditionReleased | PublicationWithdrawn>>).safeParse(
    raw,
  );
  if (!result.success) throw new Poison(`${head.data.type}: ${z.prettifyError(result.error).slice(0, 1000)}`);
  return result.data;
}

/**
 * The door of a channel: one durable per lane, one for operators. Returning means stored; the strategy
 * acknowledges.
 */
export function deliveryConsumer(channel: string): Type<object> {
  @Controller()
  class DeliveryConsumer {
    constructor(@Inject(RUNTIME) private readonly runtime: ChannelRuntime) {}

    @EventPattern(releaseSubject('urgent'), {
      stream: releases.stream,
      durable: durable(channel, 'urgent'),
      slots: 64,
    })
    urgent(@Payload() raw: unknown): Promise<void> {
      return this.runtime.inbox.release(readRelease(raw));
    }

    @EventPattern(releaseSubject('normal'), {
      stream: releases.stream,
      durable: durable(channel, 'normal'),
      slots: 64,
    })
    normal(@Payload() raw: unknown): Promise<void> {
      return this.runtime.inbox.release(readRelease(raw));
    }

    @EventPattern(commandSubject(channel), {
      stream: commands.stream,
      durable: durable(channel, 'commands'),
      slots: 8,
    })
    async command(@Payload() raw: unknown): Promise<void> {
      const result = retryRequestedV1.schema.safeParse(raw);
      if (!result.success)
        throw new Poison(`retry-requested.v1: ${z.prettifyError(result.error).slice(0, 1000)}`);
      await this.runtime.inbox.retry(result.data);
    }
  }
  return DeliveryConsumer;
}
