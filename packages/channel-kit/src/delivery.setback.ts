import { later, observeWait, retryWait } from './ladder.ts';
import type { Attempt } from './delivery.events.ts';
import type { DeliveryRecord } from './delivery.record.ts';
import { change, postponed, unknownNow } from './thread.evolve.ts';
import type { Change } from './thread.store.ts';
import type { Call, Delivery, Thread } from './thread.ts';
import type { Verdict } from './verdict.ts';

/** A verb that ended badly. */
export interface Setback {
  readonly delivery: Delivery;
  /** The call it was about; null for what concerns the whole delivery. */
  readonly call: Call | null;
  readonly verdict: Verdict;
  readonly about: Pick<Attempt, 'verb' | 'startedAt'>;
  /** Instant (ISO 8601). */
  readonly now: string;
  /** Waits (ms) between looks after an unknown outcome. */
  readonly ladder: readonly number[];
}

/** What follows from it: try again later, find out what happened, or a person. */
export function afterSetback(thread: Thread, setback: Setback, record: DeliveryRecord): Change {
  const { delivery, verdict, now } = setback;
  const say = (nextAt?: string) => record.attempt(thread, delivery.id, attemptOf(setback, nextAt));
  switch (verdict.kind) {
    case 'busy':
    case 'credentials':
    case 'quota': {
      const nextAt = againAt(verdict, delivery.tries, now);
      return { thread: putOff(thread, setback, nextAt), events: [say(nextAt)] };
    }
    case 'unknown': {
      const nextAt = later(now, observeWait(0, setback.ladder));
      const number = setback.call?.number ?? 0;
      const lost = (d: Delivery) => unknownNow(d, number, verdict.hint, verdict.words, nextAt);
      return { thread: change(thread, delivery.id, lost), events: [say(nextAt)] };
    }
    case 'refused':
    case 'operator': {
      const outcome = verdict.kind === 'refused' ? 'refused' : 'failed';
      const back = putOff(thread, setback, now);
      const closed = record.closed(back, delivery.id, outcome, { detail: verdict.words });
      return { ...closed, events: [say(), ...(closed.events ?? [])] };
    }
  }
}

function againAt(
  verdict: Extract<Verdict, { kind: 'busy' | 'credentials' | 'quota' }>,
  tries: number,
  now: string,
): string {
  if (verdict.kind === 'quota') return verdict.until;
  const said = verdict.kind === 'busy' ? verdict.waitMs : null;
  return later(now, said ?? retryWait(tries + 1));
}

function putOff(thread: Thread, { delivery, call, verdict }: Setback, nextAt: string): Thread {
  return change(thread, delivery.id, (d) =>
    call === null
      ? { ...d, tries: d.tries + 1, nextAt, lastWords: verdict.words }
      : postponed(d, call.number, verdict.words, nextAt),
  );
}

function attemptOf({ about, now, verdict }: Setback, nextAt?: string): Attempt {
  return {
    ...about,
    endedAt: now,
    outcome: verdict.kind,
    words: verdict.words,
    ...(nextAt === undefined ? {} : { nextAt }),
  };
}
