import type { Attempt } from './delivery.events.ts';
import type { DeliveryRecord } from './delivery.record.ts';
import { later, observeWait, retryWait } from './ladder.ts';
import { change, endCall, postponed, unknownNow } from './thread.evolve.ts';
import type { Change } from './thread.store.ts';
import type { Call, Delivery, Thread } from './thread.ts';
import type { Verdict } from './verdict.ts';

/** A verb that ended badly. */
export interface Setback {
  readonly delivery: Delivery;
  readonly call: Call;
  readonly verdict: Verdict;
  readonly about: Pick<Attempt, 'verb' | 'startedAt'>;
  /** Instant (ISO 8601). */
  readonly now: string;
  /** Waits (ms) between looks after an unknown outcome. */
  readonly ladder: readonly number[];
}

/** What follows from it for this call: try again later, find out what happened, or a person. */
export function afterSetback(thread: Thread, setback: Setback, record: DeliveryRecord): Change {
  const { delivery, call, verdict, now } = setback;
  const to = (next: (d: Delivery) => Delivery): Thread => change(thread, delivery.id, next);
  const say = (nextAt?: string, asks = false) =>
    record.attempt(thread, delivery.id, attemptOf(setback, nextAt, asks));
  switch (verdict.kind) {
    case 'busy':
    case 'credentials':
    case 'quota': {
      const nextAt = againAt(verdict, call.tries, now);
      const asks = fails(call, nextAt, now);
      return {
        thread: to((d) => postponed(d, call.number, { words: verdict.words, nextAt, now, asks })),
        events: [say(nextAt, asks)],
      };
    }
    case 'unknown': {
      const nextAt = later(now, observeWait(0, setback.ladder));
      const lost = (d: Delivery) => unknownNow(d, call.number, verdict.hint, verdict.words, nextAt);
      return { thread: to(lost), events: [say(nextAt)] };
    }
    case 'refused':
    case 'operator': {
      const outcome = verdict.kind === 'refused' ? 'refused' : 'failed';
      const ended = to((d) =>
        endCall(postponed(d, call.number, { words: verdict.words, nextAt: now, now }), call.number, {
          outcome,
          words: verdict.words,
        }),
      );
      const closed = record.closedIfDone(ended, delivery.id);
      return { ...closed, events: [say(), ...(closed.events ?? [])] };
    }
  }
}

/** How long (ms) a call may fail before a person is told, though it is tried again all the same. */
const silentMs = 3_600_000;

/** Once: when it will have failed for an hour by the time it is tried again. */
const fails = ({ asked, failingSince }: Call, nextAt: string, now: string): boolean =>
  !asked && nextAt >= later(failingSince ?? now, silentMs);

/** When what the far end certainly did not take may be tried again. */
export function againAt(
  verdict: Extract<Verdict, { kind: 'busy' | 'credentials' | 'quota' }>,
  tries: number,
  now: string,
): string {
  if (verdict.kind === 'quota') return verdict.until;
  const said = verdict.kind === 'busy' ? verdict.waitMs : null;
  return later(now, said ?? retryWait(tries + 1));
}

function attemptOf({ about, now, verdict, call }: Setback, nextAt?: string, asks = false): Attempt {
  return {
    ...about,
    endedAt: now,
    outcome: verdict.kind,
    words: verdict.words,
    ...(call.target === null ? {} : { target: call.target }),
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(asks ? { asks } : {}),
  };
}
