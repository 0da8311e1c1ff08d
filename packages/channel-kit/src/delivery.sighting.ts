import type { AttemptOutcome } from '@towncrier/contracts';
import type { Attempt } from './delivery.events.ts';
import { deliveryOf, type DeliveryRecord } from './delivery.record.ts';
import type { SightingVerdict } from './sighting.ts';
import { change, finished, looked, posted, postponed, seen } from './thread.evolve.ts';
import type { Change } from './thread.store.ts';
import type { Call, Delivery, Thread } from './thread.ts';

/** A look at the public end that was answered. */
export interface Look {
  readonly delivery: Delivery;
  readonly call: Call;
  readonly saw: AttemptOutcome;
  readonly verdict: SightingVerdict;
  /** Hash of what was to be shown; empty for a withdrawal. */
  readonly hash: string;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** What follows from it: seen, sent again, looked at again, or given up to a person. */
export function afterLook(thread: Thread, look: Look, record: DeliveryRecord): Change {
  const { delivery, call, verdict, endedAt } = look;
  const say = (words: string, nextAt?: string) =>
    record.attempt(thread, delivery.id, attemptOf(look, words, nextAt));
  const to = (next: (d: Delivery) => Delivery): Thread => change(thread, delivery.id, next);
  switch (verdict.kind) {
    case 'seen':
      return afterSeen(
        to((d) => seen(d, call.number, verdict.sighting, endedAt)),
        look,
        verdict.sighting,
        record,
      );
    case 'send-again':
      return {
        thread: to((d) => postponed(d, call.number, verdict.words, endedAt)),
        events: [say(verdict.words, endedAt)],
      };
    case 'look-later':
      return { thread: to((d) => looked(d, call.number, verdict.nextAt, verdict.words)) };
    case 'give-up': {
      const reference = call.reference === null ? {} : { reference: call.reference };
      const closed = record.closed(thread, delivery.id, 'failed', { detail: verdict.words, ...reference });
      return { ...closed, events: [say(verdict.words), ...(closed.events ?? [])] };
    }
  }
}

function afterSeen(
  thread: Thread,
  { delivery, hash, endedAt }: Look,
  sighting: Extract<SightingVerdict, { kind: 'seen' }>['sighting'],
  record: DeliveryRecord,
): Change {
  const after =
    delivery.operation === 'publish' ? posted(thread, deliveryOf(thread, delivery.id), hash) : thread;
  return finished(deliveryOf(after, delivery.id))
    ? record.confirmed(after, delivery.id, sighting, endedAt)
    : { thread: after };
}

function attemptOf({ startedAt, endedAt, saw }: Look, words: string, nextAt?: string): Attempt {
  return {
    verb: 'observe',
    startedAt,
    endedAt,
    outcome: saw,
    words,
    ...(nextAt === undefined ? {} : { nextAt }),
  };
}
