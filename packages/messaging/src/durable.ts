import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
} from '@nats-io/jetstream';

export interface Durable {
  readonly stream: string;
  readonly durable: string;
  readonly subject: string;
  readonly slots: number;
  readonly deliver: 'all' | 'new';
  readonly ackWaitMs: number;
}

/**
 * Creates a durable where it is missing, updates it where it differs; never deletes one. No `backoff`: it
 * would overrule the waits of `nak`.
 */
export async function ensureDurable(manager: JetStreamManager, of: Durable): Promise<void> {
  const shape = {
    ack_wait: of.ackWaitMs * 1_000_000,
    max_ack_pending: Math.max(256, of.slots * 2),
    filter_subject: of.subject,
  };
  const known = () =>
    manager.consumers.info(of.stream, of.durable).catch((error: unknown) => {
      if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.ConsumerNotFound)
        return null;
      throw error;
    });
  const found = await known();
  if (found === null) {
    const policy = of.deliver === 'new' ? DeliverPolicy.New : DeliverPolicy.All;
    await manager.consumers
      .add(of.stream, {
        durable_name: of.durable,
        ack_policy: AckPolicy.Explicit,
        deliver_policy: policy,
        max_deliver: -1,
        ...shape,
      })
      .catch(async (error: unknown) => {
        if ((await known()) === null) throw error;
      });
    return;
  }
  const { filter_subject, max_ack_pending, ack_wait } = found.config;
  if (
    filter_subject !== shape.filter_subject ||
    max_ack_pending !== shape.max_ack_pending ||
    ack_wait !== shape.ack_wait
  )
    await manager.consumers.update(of.stream, of.durable, shape);
}

/** The stream is not there: the broker lost it, or somebody deleted it. */
export const streamIsGone = (error: unknown): boolean =>
  error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;

/**
 * Asked for something the server will never accept, e.g. a durable with two filters that overlap: no retry
 * helps.
 */
export const neverAccepted = (error: unknown): boolean =>
  error instanceof JetStreamApiError && error.status === 400;
