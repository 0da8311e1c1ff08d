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
  /** Identity of the store that its messages go into; absent where it does not matter whose it is. */
  readonly owner?: Owner;
}

export interface Owner {
  readonly store: string;
  /** Identity of a store that is lost for good, whose durables this one takes over. */
  readonly instead?: string | undefined;
}

/** Where the broker keeps whose a durable is. */
const ownerKey = 'towncrier-store';

/**
 * A durable belongs to one store: two on one durable would split its messages at random, and each would take
 * what the other has for absent.
 */
export class DurableTaken extends Error {
  override readonly name = 'DurableTaken';
  constructor(durable: string, store: string) {
    super(
      `the durable ${durable} belongs to another store (${store}): the same service runs elsewhere, or its data ` +
        `folder was lost. Stop the other one or give this one that folder. Only when that folder is lost for ` +
        `good, start once with TAKE_OVER_FROM=${store}; what it had sent is then known from the ledger alone.`,
    );
  }
}

/**
 * Creates a durable where it is missing, updates it where it differs; never deletes one. No `backoff`: it
 * would overrule the waits of `nak`.
 * @throws DurableTaken when it belongs to another store
 */
export async function ensureDurable(manager: JetStreamManager, of: Durable): Promise<void> {
  const shape = {
    ack_wait: of.ackWaitMs * 1_000_000,
    max_ack_pending: Math.max(256, of.slots * 2),
    filter_subject: of.subject,
    ...(of.owner === undefined ? {} : { metadata: { [ownerKey]: of.owner.store } }),
  };
  const found = await infoOf(manager, of);
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
        const made = await infoOf(manager, of);
        if (made === null) throw error;
        assertOwn(made.config.metadata, of);
      });
    return;
  }
  assertOwn(found.config.metadata, of);
  const { filter_subject, max_ack_pending, ack_wait } = found.config;
  if (
    filter_subject !== shape.filter_subject ||
    max_ack_pending !== shape.max_ack_pending ||
    ack_wait !== shape.ack_wait ||
    (of.owner !== undefined && found.config.metadata?.[ownerKey] !== of.owner.store)
  )
    await manager.consumers.update(of.stream, of.durable, shape);
}

/** Null where there is none. */
const infoOf = (manager: JetStreamManager, { stream, durable }: Durable) =>
  manager.consumers.info(stream, durable).catch((error: unknown) => {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.ConsumerNotFound) return null;
    throw error;
  });

function assertOwn(metadata: Readonly<Record<string, string>> | undefined, of: Durable): void {
  const holder = metadata?.[ownerKey];
  if (of.owner === undefined || holder === undefined) return;
  if (holder !== of.owner.store && holder !== of.owner.instead) throw new DurableTaken(of.durable, holder);
}

/** The stream is not there: the broker lost it, or somebody deleted it. */
export const streamIsGone = (error: unknown): boolean =>
  error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;

/**
 * Asked for something the server will never accept, e.g. a durable with two filters that overlap: no retry
 * helps.
 */
export const neverAccepted = (error: unknown): boolean =>
  error instanceof DurableTaken || (error instanceof JetStreamApiError && error.status === 400);
