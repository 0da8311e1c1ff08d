import {
  deliveryAcceptedV1,
  deliveryAttemptedV1,
  deliverySettledV1,
  deliverySubject,
  quietUntil,
  type AttemptOutcome,
  type DeliveryAttempted,
  type Evidence,
  type Exchange,
} from '@towncrier/contracts';
import type { OutboxEntry } from '@towncrier/messaging';
import type { Delivery } from './thread.ts';

/** Which channel speaks, about which publication. */
export interface Speaker {
  readonly channel: string;
  readonly publication: string;
}

const facts = (by: Speaker, d: Delivery) => ({
  delivery: d.id,
  publication: by.publication,
  edition: d.edition,
  channel: by.channel,
  operation: d.operation,
  lane: d.lane,
  title: d.title,
  releasedAt: d.releasedAt,
});
const head = (by: Speaker, d: Delivery, time: string) => ({
  source: `/channel-${by.channel}`,
  subject: d.id,
  time,
  ...(d.traceparent === null ? {} : { traceparent: d.traceparent }),
});

/** Ids are derived, so that telling a fact twice is the same event. */
export function accepted(by: Speaker, d: Delivery): OutboxEntry {
  return {
    subject: deliverySubject(by.channel),
    envelope: deliveryAcceptedV1.create({
      id: `${d.id}:accepted`,
      ...head(by, d, d.acceptedAt),
      data: { ...facts(by, d), acceptedAt: d.acceptedAt, ...waiting(d) },
    }),
  };
}

function waiting({ quiet, acceptedAt }: Delivery): { readonly waitsUntil?: string } {
  const waitsUntil = quiet === undefined ? null : quietUntil(quiet, acceptedAt);
  return waitsUntil === null ? {} : { waitsUntil };
}

export interface Attempt {
  readonly verb: DeliveryAttempted['verb'];
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: AttemptOutcome;
  readonly words: string;
  readonly nextAt?: string;
  readonly evidence?: Evidence;
  readonly target?: { readonly id: string; readonly title: string };
  readonly asks?: boolean;
  readonly exchanges?: readonly Exchange[];
}

const attemptId = (d: Delivery, { verb, endedAt, target }: Attempt): string =>
  [d.id, 'attempt', verb, endedAt, ...(target === undefined ? [] : [target.id])].join(':');

export function attempted(
  by: Speaker,
  d: Delivery,
  { exchanges: asked = [], ...attempt }: Attempt,
): OutboxEntry {
  const exchanges = asked.length === 0 ? {} : { exchanges: [...asked] };
  return {
    subject: deliverySubject(by.channel),
    envelope: deliveryAttemptedV1.create({
      id: attemptId(d, attempt),
      ...head(by, d, attempt.endedAt),
      data: { ...facts(by, d), attempt: Math.max(1, d.attempts), ...attempt, ...exchanges },
    }),
  };
}

/** @throws when the delivery is not at rest */
export function settled(by: Speaker, d: Delivery): OutboxEntry {
  if (d.settled === null) throw new Error(`delivery ${d.id} is not at rest`);
  return {
    subject: deliverySubject(by.channel),
    envelope: deliverySettledV1.create({
      id: `${d.id}:settled:${d.settlements}`,
      ...head(by, d, d.settled.at),
      data: {
        ...facts(by, d),
        outcome: d.settled.outcome,
        evidence: d.settled.evidence,
        settledAt: d.settled.at,
      },
    }),
  };
}
