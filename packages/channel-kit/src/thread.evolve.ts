import type { Evidence, KnownPosting, SettledOutcome } from '@towncrier/contracts';
import type { Outcome, Sighting } from './channel.ts';
import { isUncertain } from './thread.calls.ts';
import { dueAt } from './thread.decide.ts';
import type { Ways } from './thread.standing.ts';
import { freshCall, type Call, type Delivery, type Part, type Thread } from './thread.ts';

/**
 * Changes of a thread, all pure. Each returns a new thread with `dueAt` and `lane` brought up to date by
 * `refreshed`.
 */

export function refreshed(thread: Thread, now: string, can: Ways): Thread {
  const open = thread.deliveries.filter((d) => d.settled === null);
  return {
    ...thread,
    lane: open.some((d) => d.lane === 'urgent') ? 'urgent' : 'normal',
    dueAt: dueAt(thread, now, can),
    updatedAt: now,
  };
}

export function emptyThread(publication: string, now: string): Omit<Thread, 'version'> {
  return {
    _id: publication,
    deliveries: [],
    remembered: [],
    dueAt: null,
    lane: 'normal',
    updatedAt: now,
    lease: null,
    outbox: [],
    outboxAt: null,
  };
}

/**
 * Takes a delivery in. What an earlier one could not find out is looked for once more, because from now on it
 * decides what is to be taken back.
 */
export function accept(thread: Thread, delivery: Delivery): Thread {
  const earlier = thread.deliveries.map((d) => (isLost(d) ? lookAgain(d, delivery.acceptedAt) : d));
  return { ...thread, deliveries: [...earlier, delivery] };
}

const isLost = (d: Delivery): boolean => d.settled?.outcome === 'failed' && d.calls.some(isUncertain);

const lookAgain = (d: Delivery, now: string): Delivery => ({
  ...d,
  settled: null,
  calls: d.calls.map((c) => (isUncertain(c) ? { ...c, ended: null, looks: 0, nextAt: now } : c)),
});

/** Adds what the ledger knows and this store has no memory of. */
export function remember(
  thread: Thread,
  known: readonly KnownPosting[] | undefined,
  channel: string,
): Thread {
  const own = new Set(thread.deliveries.map((d) => d.edition));
  const kept = new Set(thread.remembered.map((r) => `${r.edition}:${r.target ?? ''}`));
  const fresh = (known ?? [])
    .filter((k) => k.channel === channel && !own.has(k.edition))
    .filter((k) => !kept.has(`${k.edition}:${k.target ?? ''}`))
    .map(({ channel: _channel, ...rest }) => rest);
  return fresh.length === 0 ? thread : { ...thread, remembered: [...thread.remembered, ...fresh] };
}

export function change(thread: Thread, id: string, to: (delivery: Delivery) => Delivery): Thread {
  return { ...thread, deliveries: thread.deliveries.map((d) => (d.id === id ? to(d) : d)) };
}

export function changeCall(delivery: Delivery, number: number, to: Partial<Call>): Delivery {
  return { ...delivery, calls: delivery.calls.map((c) => (c.number === number ? { ...c, ...to } : c)) };
}

/** Whoever held the lease before is gone: a call it had begun and not recorded has an unknown outcome. */
export function recover(thread: Thread, now: string): Thread {
  const lost = (d: Delivery): boolean => d.calls.some((c) => c.state === 'calling');
  if (!thread.deliveries.some(lost)) return thread;
  return {
    ...thread,
    deliveries: thread.deliveries.map((d) =>
      lost(d)
        ? {
            ...d,
            calls: d.calls.map((c) =>
              c.state === 'calling' ? { ...c, state: 'unknown', looks: 0, nextAt: now } : c,
            ),
          }
        : d,
    ),
  };
}

/** Adds calls; planned from another state than this one, it is left as it is. */
export function plan(delivery: Delivery, { parts, after, now }: Plan): Delivery {
  if (delivery.calls.length !== after) return delivery;
  const calls = parts.map((part, i) => freshCall(after + i, part, now));
  return { ...delivery, calls: [...delivery.calls, ...calls] };
}

export interface Plan {
  readonly parts: readonly Part[];
  /** How many calls there were when it was made. */
  readonly after: number;
  readonly now: string;
}

export function begin(
  delivery: Delivery,
  number: number,
  at: { readonly prepared: Call['prepared']; readonly hash: string | null; readonly now: string },
): Delivery {
  const sends = (delivery.calls[number]?.sends ?? 0) + 1;
  return changeCall(
    { ...delivery, attempts: delivery.attempts + 1, hash: at.hash ?? delivery.hash },
    number,
    { state: 'calling', startedAt: at.now, prepared: at.prepared, looks: 0, sends },
  );
}

const untroubled = { tries: 0, failingSince: null, asked: false } as const;

export function answered(delivery: Delivery, number: number, outcome: Outcome, nextAt: string): Delivery {
  const state = outcome.kind === 'done' ? 'done' : 'pending';
  return changeCall(delivery, number, {
    state,
    reference: outcome.reference,
    url: outcome.url ?? null,
    hint: null,
    looks: 0,
    ...untroubled,
    nextAt,
  });
}

export function unknownNow(
  delivery: Delivery,
  number: number,
  hint: string | null,
  words: string,
  nextAt: string,
): Delivery {
  const to = { state: 'unknown', hint, looks: 0, words, nextAt } as const;
  return changeCall({ ...delivery, lastWords: words }, number, to);
}

export interface Putting {
  readonly words: string;
  readonly nextAt: string;
  readonly now: string;
  /** Whether a person is told of it now. */
  readonly asks?: boolean;
}

/** The far end certainly did not act: the call may be made again, not before `nextAt`. */
export function postponed(delivery: Delivery, number: number, at: Putting): Delivery {
  const known = delivery.calls[number];
  return changeCall({ ...delivery, lastWords: at.words }, number, {
    state: 'ready',
    startedAt: null,
    looks: 0,
    sends: Math.max(0, (known?.sends ?? 0) - (known?.state === 'calling' ? 1 : 0)),
    tries: (known?.tries ?? 0) + 1,
    failingSince: known?.failingSince ?? at.now,
    asked: known?.asked === true || at.asks === true,
    nextAt: at.nextAt,
    words: at.words,
  });
}

/** It was sent and is proven not to have arrived: it may be sent once more. */
export function sentInVain(delivery: Delivery, number: number, words: string, now: string): Delivery {
  const to = { state: 'ready', startedAt: null, looks: 0, nextAt: now, words } as const;
  return changeCall({ ...delivery, lastWords: words }, number, to);
}

export function looked(
  delivery: Delivery,
  number: number,
  at: { readonly nextAt: string; readonly words: string; readonly parts?: Call['parts'] },
): Delivery {
  const looks = (delivery.calls[number]?.looks ?? 0) + 1;
  const seenSoFar = at.parts === undefined ? {} : { parts: at.parts };
  return changeCall({ ...delivery, lastWords: at.words }, number, {
    looks,
    nextAt: at.nextAt,
    words: at.words,
    ...seenSoFar,
  });
}

export function seen(
  delivery: Delivery,
  number: number,
  sighting: Extract<Sighting, { kind: 'present' }>,
  now: string,
): Delivery {
  const known = delivery.calls[number];
  return changeCall(delivery, number, {
    state: 'seen',
    reference: sighting.reference,
    url: sighting.url ?? known?.url ?? null,
    ...untroubled,
    nextAt: now,
    words: sighting.detail ?? '',
    parts: sighting.parts ?? null,
    ended: null,
  });
}

/** Only a person can bring this call further. */
export const endCall = (delivery: Delivery, number: number, ended: NonNullable<Call['ended']>): Delivery =>
  changeCall({ ...delivery, lastWords: ended.words }, number, { ended, words: ended.words });

/** Brings a delivery to rest; parts that never began are skipped. */
export function settle(
  delivery: Delivery,
  outcome: SettledOutcome,
  evidence: Evidence,
  now: string,
): Delivery {
  const unbegun = (c: Call): boolean => c.state === 'ready' && c.ended === null;
  return {
    ...delivery,
    calls: delivery.calls.map((c) => (unbegun(c) ? { ...c, state: 'skipped' } : c)),
    settled: { outcome, at: now, evidence },
    settlements: delivery.settlements + 1,
    lastWords: evidence.detail ?? delivery.lastWords,
  };
}

/**
 * An operator takes up what is missing. What may already be out is looked for first, and may be sent once
 * more.
 */
export function reopen(delivery: Delivery, now: string): Delivery {
  const again = (c: Call): Call => {
    if (c.state === 'seen') return c;
    const state = c.state === 'skipped' ? 'ready' : c.state;
    return { ...c, ...untroubled, state, ended: null, looks: 0, sends: Math.min(c.sends, 1), nextAt: now };
  };
  return {
    ...delivery,
    settled: null,
    deadline: null,
    tries: 0,
    nextAt: now,
    calls: delivery.calls.map(again),
  };
}

/** Likewise for the whole thread: what earlier deliveries could not find out is looked for once more. */
export function retake(thread: Thread, id: string, now: string): Thread {
  return {
    ...thread,
    deliveries: thread.deliveries.map((d) =>
      d.id === id ? reopen(d, now) : isLost(d) ? lookAgain(d, now) : d,
    ),
  };
}
