import { accept, emptyThread } from '../thread.evolve.ts';
import type { Delivery, Thread } from '../thread.ts';

/** Deliveries and threads for tests: one water notice on the SMS channel. */

export const now = '2026-11-23T08:00:00.000Z';
export const soon = '2026-11-23T08:10:00.000Z';
/** The deadline of a sample delivery. */
export const afterwards = '2026-11-23T09:00:00.000Z';

export function delivery(
  edition: number,
  operation: 'publish' | 'withdraw' = 'publish',
  over: Partial<Delivery> = {},
): Delivery {
  return {
    id: `7K3QZP4M:${edition}:sms:${operation}`,
    edition,
    operation,
    lane: 'normal',
    title: '停水通知',
    releasedAt: now,
    deadline: afterwards,
    acceptedAt: now,
    traceparent: null,
    attempts: 0,
    tries: 0,
    calls: [],
    nextAt: now,
    lastWords: '',
    settled: null,
    settlements: 0,
    ...over,
  };
}

export const threadOf = (...deliveries: Delivery[]): Thread =>
  deliveries.reduce(accept, { ...emptyThread('7K3QZP4M', now), version: 1 });
