import { describe, expect, it } from 'vitest';
import { DeliveryRecord } from './delivery.record.ts';
import { afterSetback } from './delivery.setback.ts';
import { callOf, delivery, inPlace, now, started, threadOf } from './testing/thread.sample.ts';
import { later } from './ladder.ts';
import type { Delivery, Thread } from './thread.ts';
import type { Verdict } from './verdict.ts';

const record = new DeliveryRecord(
  'sms',
  inPlace,
  () => now,
  () => undefined,
);
const busy: Verdict = { kind: 'busy', waitMs: null, words: '对方繁忙' };

/** The same verdict again and again, as soon as it may be tried; when a person was told. */
function failing(verdict: Verdict, times: number): { readonly asked: string[]; readonly last: Thread } {
  let thread = threadOf(started(delivery(1)));
  let at = now;
  const asked: string[] = [];
  for (let i = 0; i < times; i += 1) {
    const [d] = thread.deliveries as [Delivery];
    const about = { verb: 'publish', startedAt: at } as const;
    const setback = { delivery: d, call: callOf(d), verdict, about, now: at, ladder: [100] };
    const { thread: next, events } = afterSetback(thread, setback, record);
    if (JSON.stringify(events).includes('"asks":true')) asked.push(at);
    thread = next;
    at = callOf(next.deliveries[0] as Delivery).nextAt;
  }
  return { asked, last: thread };
}

describe('a far end that goes on being busy', () => {
  it('is told to a person once, within an hour, and tried again all the same', () => {
    const { asked, last } = failing(busy, 60);
    expect(asked).toHaveLength(1);
    expect(asked[0] ?? '').toMatch(/^2026-11-23T08:5/);
    expect(last.deliveries[0]).toMatchObject({ settled: null, calls: [{ state: 'ready', sends: 0 }] });
  });

  it('is told at once where it says itself that it takes longer than an hour', () => {
    const until = later(now, 7_200_000);
    expect(failing({ kind: 'quota', until, words: '今日次数已用完' }, 2).asked).toEqual([now]);
  });

  it('is told to nobody for a moment', () => {
    expect(failing(busy, 10).asked).toEqual([]);
  });
});
