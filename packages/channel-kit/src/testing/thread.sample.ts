import { accept, answered, begin, emptyThread, plan, settle } from '../thread.evolve.ts';
import type { Ways } from '../thread.standing.ts';
import type { Call, Delivery, Part, Thread } from '../thread.ts';

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
    hash: null,
    ledgerAsked: true,
    settled: null,
    settlements: 0,
    ...over,
  };
}

export const threadOf = (...deliveries: Delivery[]): Thread =>
  deliveries.reduce(accept, { ...emptyThread('7K3QZP4M', now), version: 1 });

/** A channel that shows the newest edition under one address. */
export const inPlace: Ways = { recall: 'erase', revise: 'in-place' };
/** Posts stand beside each other, and each is deleted by itself. */
export const onePostEach: Ways = { recall: 'erase', revise: 'new-post' };
/** What was sent cannot be unsent: a second message tells. */
export const messages: Ways = { recall: 'follow-up', revise: 'new-post' };

export const show = (target: Call['target'] = null): Part => ({ kind: 'show', target, removes: [] });
export const remove = (...removes: string[]): Part => ({ kind: 'remove', target: null, removes });

/** Planned with these parts, or with so many calls that show it. */
export const planned = (d: Delivery, of: number | readonly Part[] = 1): Delivery =>
  plan(d, {
    parts: typeof of === 'number' ? Array.from({ length: of }, () => show()) : of,
    after: 0,
    now: d.nextAt,
  });

export const started = (d: Delivery, number = 0, at = now): Delivery =>
  begin(d.calls.length === 0 ? planned(d) : d, number, { prepared: null, hash: 'h'.repeat(64), now: at });

/** Its only call is out: the far end said yes. */
export const out = (d: Delivery, reference = 'r1'): Delivery =>
  answered(started(d), 0, { kind: 'done', reference }, now);

export const confirmed = (d: Delivery): Delivery => settle(d, 'confirmed', {}, now);

/** @throws when it has no such call */
export function callOf(d: Delivery, number = 0): Call {
  const found = d.calls[number];
  if (found === undefined) throw new Error(`no call ${number}`);
  return found;
}
