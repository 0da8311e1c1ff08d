import type { Evidence, SettledOutcome } from '@towncrier/contracts';
import type { Outcome, Sighting } from './channel.ts';
import { dueAt } from './thread.decide.ts';
import { freshCall, type Call, type Delivery, type Thread } from './thread.ts';

/**
 * Changes of a thread, all pure. Each returns a new thread with `dueAt` and `lane` brought up to date by
 * `refreshed`.
 */

export function refreshed(thread: Thread, now: string): Thread {
  const open = thread.deliveries.filter((d) => d.settled === null);
  return {
    ...thread,
    lane: open.some((d) => d.lane === 'urgent') ? 'urgent' : 'normal',
    dueAt: dueAt(thread, now),
    updatedAt: now,
  };
}

export function emptyThread(publication: string, now: string): Omit<Thread, 'version'> {
  return {
    _id: publication,
    deliveries: [],
    posting: null,
    dueAt: null,
    lane: 'normal',
    updatedAt: now,
    lease: null,
    outbox: [],
    outboxAt: null,
  };
}

export function accept(thread: Thread, delivery: Delivery): Thread {
  return { ...thread, deliveries: [...thread.deliveries, delivery] };
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
            nextAt: now,
            calls: d.calls.map((c) => (c.state === 'calling' ? { ...c, state: 'unknown', looks: 0 } : c)),
          }
        : d,
    ),
  };
}

export function plan(delivery: Delivery, batchCount: number): Delivery {
  return {
    ...delivery,
    calls: Array.from({ length: Math.max(1, batchCount) }, (_, number) => freshCall(number)),
  };
}

export function begin(delivery: Delivery, number: number, prepared: Call['prepared'], now: string): Delivery {
  return changeCall({ ...delivery, attempts: delivery.attempts + 1 }, number, {
    state: 'calling',
    startedAt: now,
    prepared,
    looks: 0,
  });
}

export function answered(delivery: Delivery, number: number, outcome: Outcome, nextAt: string): Delivery {
  const state = outcome.kind === 'done' ? 'done' : 'pending';
  return changeCall({ ...delivery, tries: 0, nextAt }, number, {
    state,
    reference: outcome.reference,
    url: outcome.url ?? null,
    hint: null,
    looks: 0,
  });
}

export function unknownNow(
  delivery: Delivery,
  number: number,
  hint: string | null,
  words: string,
  nextAt: string,
): Delivery {
  return changeCall({ ...delivery, nextAt, lastWords: words }, number, { state: 'unknown', hint, looks: 0 });
}

/** The far end certainly did not act: the call may be made again, not before `nextAt`. */
export function postponed(delivery: Delivery, number: number, words: string, nextAt: string): Delivery {
  return changeCall({ ...delivery, tries: delivery.tries + 1, nextAt, lastWords: words }, number, {
    state: 'ready',
    startedAt: null,
    looks: 0,
  });
}

export function looked(delivery: Delivery, number: number, nextAt: string, words: string): Delivery {
  const looks = (delivery.calls[number]?.looks ?? 0) + 1;
  return changeCall({ ...delivery, nextAt, lastWords: words }, number, { looks });
}

export function seen(
  delivery: Delivery,
  number: number,
  sighting: Extract<Sighting, { kind: 'present' }>,
  now: string,
): Delivery {
  const known = delivery.calls[number];
  return changeCall({ ...delivery, tries: 0, nextAt: now }, number, {
    state: 'seen',
    reference: sighting.reference,
    url: sighting.url ?? known?.url ?? null,
  });
}

export const finished = (delivery: Delivery): boolean =>
  delivery.calls.length > 0 && delivery.calls.every((c) => c.state === 'seen' || c.state === 'skipped');

/** Brings a delivery to rest; parts that never began are skipped. */
export function settle(
  delivery: Delivery,
  outcome: SettledOutcome,
  evidence: Evidence,
  now: string,
): Delivery {
  return {
    ...delivery,
    calls: delivery.calls.map((c) => (c.state === 'ready' ? { ...c, state: 'skipped' } : c)),
    settled: { outcome, at: now, evidence },
    settlements: delivery.settlements + 1,
    lastWords: evidence.detail ?? delivery.lastWords,
  };
}

/** An operator takes it up again. What may already be out is looked for first. */
export function reopen(delivery: Delivery, now: string): Delivery {
  return {
    ...delivery,
    settled: null,
    deadline: null,
    tries: 0,
    nextAt: now,
    calls: delivery.calls.map((c) => (c.state === 'skipped' ? freshCall(c.number) : { ...c, looks: 0 })),
  };
}

/** Where the latest thing this channel sent stands. */
export function posted(thread: Thread, delivery: Delivery, hash: string): Thread {
  const out = delivery.calls.find((c) => (c.state === 'done' || c.state === 'seen') && c.reference !== null);
  if (out === undefined || out.reference === null) return thread;
  return {
    ...thread,
    posting: {
      edition: delivery.edition,
      reference: out.reference,
      ...(out.url === null ? {} : { url: out.url }),
      hash,
    },
  };
}
