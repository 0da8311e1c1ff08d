import type { AttemptOutcome } from '@towncrier/contracts';
import type { Attempt } from './delivery.events.ts';
import type { DeliveryRecord } from './delivery.record.ts';
import type { SightingVerdict } from './sighting.ts';
import { change, endCall, looked, seen, sentInVain } from './thread.evolve.ts';
import type { Change } from './thread.store.ts';
import type { Call, Delivery, Thread } from './thread.ts';

/** A look at the public end that was answered. */
export interface Look {
  readonly delivery: Delivery;
  readonly call: Call;
  readonly saw: AttemptOutcome;
  readonly verdict: SightingVerdict;
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
      return record.closedIfDone(
        to((d) => seen(d, call.number, verdict.sighting, endedAt)),
        delivery.id,
      );
    case 'send-again':
      return {
        thread: to((d) => sentInVain(d, call.number, verdict.words, endedAt)),
        events: [say(verdict.words, endedAt)],
      };
    case 'look-later':
      return { thread: to((d) => looked(d, call.number, verdict)) };
    case 'give-up': {
      const ended = to((d) => endCall(d, call.number, { outcome: 'failed', words: verdict.words }));
      const closed = record.closedIfDone(ended, delivery.id);
      return { ...closed, events: [say(verdict.words), ...(closed.events ?? [])] };
    }
  }
}

function attemptOf({ startedAt, endedAt, saw, call }: Look, words: string, nextAt?: string): Attempt {
  return {
    verb: 'observe',
    startedAt,
    endedAt,
    outcome: saw,
    words,
    ...(call.target === null ? {} : { target: call.target }),
    ...(nextAt === undefined ? {} : { nextAt }),
  };
}
