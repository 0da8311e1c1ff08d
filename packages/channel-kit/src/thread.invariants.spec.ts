import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept, recover, reopen, settle } from './thread.evolve.ts';
import { freshCall, type Call, type Thread } from './thread.ts';
import { delivery, now, show, soon, threadOf } from './testing/thread.sample.ts';

describe('whatever the state of its calls', () => {
  const state = fc.constantFrom<Call['state']>(
    'ready',
    'calling',
    'pending',
    'unknown',
    'done',
    'seen',
    'skipped',
  );
  const calls = fc
    .array(fc.record({ state, looks: fc.nat(50) }), { minLength: 1, maxLength: 6 })
    .map((all) => all.map((c, number): Call => ({ ...freshCall(number, show(), now), ...c })));
  const threads = fc
    .array(calls, { minLength: 1, maxLength: 4 })
    .map((all): Thread => threadOf(...all.map((c, i) => delivery(i + 1, 'publish', { calls: c }))));

  it('recovering twice is recovering once, and leaves no call under way', () => {
    fc.assert(
      fc.property(threads, (thread) => {
        const once = recover(thread, soon);
        expect(recover(once, soon)).toBe(once);
        expect(once.deliveries.flatMap((d) => d.calls).some((c) => c.state === 'calling')).toBe(false);
      }),
    );
  });

  it('nothing that may be out is called afresh after a rest and a reopening', () => {
    fc.assert(
      fc.property(calls, (all) => {
        const before = delivery(1, 'publish', { calls: all });
        const after = reopen(settle(before, 'failed', {}, now), soon);
        after.calls.forEach((call, i) => {
          const was = all[i]?.state;
          expect(call.state).toBe(was === 'skipped' || was === 'ready' ? 'ready' : was);
          if (was !== 'seen') expect(call.looks).toBe(0);
        });
      }),
    );
  });

  it('at rest no call waits to begin', () => {
    fc.assert(
      fc.property(calls, (all) => {
        const rest = settle(delivery(1, 'publish', { calls: all }), 'failed', {}, now);
        expect(rest.calls.some((c) => c.state === 'ready')).toBe(false);
        expect(rest.calls).toHaveLength(all.length);
      }),
    );
  });

  it('what is accepted stands at the end, and nothing before it changes', () => {
    fc.assert(
      fc.property(threads, (thread) => {
        const fresh = delivery(9);
        const next = accept(thread, fresh);
        expect(next.deliveries.at(-1)).toBe(fresh);
        expect(next.deliveries.slice(0, -1)).toEqual(thread.deliveries);
      }),
    );
  });
});
