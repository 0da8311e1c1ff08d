import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './thread.decide.ts';
import {
  accept,
  answered,
  begin,
  change,
  emptyThread,
  plan,
  posted,
  postponed,
  recover,
  reopen,
  settle,
  unknownNow,
} from './thread.evolve.ts';
import { rank, type Delivery, type Thread } from './thread.ts';

const now = '2026-11-23T08:00:00.000Z';
const afterwards = '2026-11-23T09:00:00.000Z';

function delivery(
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
const threadOf = (...deliveries: Delivery[]): Thread =>
  deliveries.reduce(accept, { ...emptyThread('7K3QZP4M', now), version: 1 });
const begun = (d: Delivery): Delivery => begin(plan(d, 1), 0, null, now);
const out = (d: Delivery): Delivery => answered(begun(d), 0, { kind: 'done', reference: 'r1' }, now);

describe('the order of a publication on one channel', () => {
  it('plans, calls and then looks', () => {
    expect(decide(threadOf(delivery(1)), now).do).toBe('plan');
    expect(decide(threadOf(plan(delivery(1), 1)), now).do).toBe('call');
    expect(decide(threadOf(out(delivery(1))), now).do).toBe('observe');
  });

  it('waits out quiet hours before it begins, not once it has begun', () => {
    const quiet = { from: '15:00', to: '17:00' };
    expect(decide(threadOf(delivery(1, 'publish', { quiet })), now)).toEqual({
      do: 'rest',
      until: '2026-11-23T09:00:00.000Z',
    });
    expect(decide(threadOf(delivery(1, 'publish', { quiet, deadline: null })), afterwards).do).toBe('plan');
    expect(decide(threadOf(out(delivery(1, 'publish', { quiet }))), now).do).toBe('observe');
  });

  it('drops an edition that was overtaken before it began', () => {
    expect(decide(threadOf(delivery(1), delivery(2)), now)).toMatchObject({
      do: 'supersede',
      delivery: { edition: 1 },
    });
  });

  it('drops a first edition that arrives after its correction is out', () => {
    const corrected = settle(out(delivery(2)), 'confirmed', {}, now);
    expect(decide(threadOf(corrected, delivery(1)), now)).toMatchObject({
      do: 'supersede',
      delivery: { edition: 1 },
    });
  });

  it('finds out about a call under way before the correction begins', () => {
    const lost = unknownNow(begun(delivery(1)), 0, null, '', now);
    expect(decide(threadOf(lost, delivery(2)), now)).toMatchObject({
      do: 'observe',
      delivery: { edition: 1 },
    });
  });

  it('lets a withdrawal outrank every edition', () => {
    expect(decide(threadOf(delivery(3), delivery(1, 'withdraw')), now)).toMatchObject({
      do: 'supersede',
      delivery: { edition: 3 },
    });
  });

  it('takes nothing back where nothing stands', () => {
    expect(decide(threadOf(delivery(1, 'withdraw')), now).do).toBe('nothing-to-withdraw');
  });

  it('calls for a person when an earlier outcome stayed unknown', () => {
    const lost = settle(unknownNow(begun(delivery(1)), 0, null, '', now), 'failed', {}, now);
    expect(decide(threadOf(lost, delivery(1, 'withdraw')), now).do).toBe('cannot-withdraw');
  });

  it('withdraws what stands', () => {
    const first = out(delivery(1));
    const thread = posted(threadOf(settle(first, 'confirmed', {}, now), delivery(1, 'withdraw')), first, 'h');
    expect(decide(thread, now)).toMatchObject({ do: 'plan', delivery: { operation: 'withdraw' } });
  });

  it('expires what has not begun by its deadline, and only that', () => {
    expect(decide(threadOf(delivery(1)), afterwards).do).toBe('expire');
    expect(decide(threadOf(out(delivery(1))), afterwards).do).toBe('observe');
  });

  it('treats a call begun by a process that died as unknown', () => {
    const thread = recover(threadOf(begun(delivery(1))), now);
    expect(thread.deliveries[0]?.calls[0]?.state).toBe('unknown');
    expect(decide(thread, now).do).toBe('observe');
  });

  it('looks first when an operator reopens an unknown outcome', () => {
    const failed = settle(unknownNow(begun(delivery(1)), 0, null, '', now), 'failed', {}, now);
    expect(decide(threadOf(reopen(failed, now)), now).do).toBe('observe');
  });

  it('stops the parts of an edition that were not sent when a withdrawal comes during sending', () => {
    const half = answered(
      begin(plan(delivery(1), 3), 0, null, now),
      0,
      { kind: 'done', reference: 'r' },
      now,
    );
    expect(decide(threadOf(half, delivery(1, 'withdraw')), now)).toMatchObject({
      do: 'supersede',
      delivery: { operation: 'publish' },
    });
  });
});

describe('whatever happens, in whatever order', () => {
  const event = fc.oneof(
    fc.record({
      kind: fc.constant('arrive' as const),
      edition: fc.integer({ min: 1, max: 4 }),
      operation: fc.constantFrom('publish' as const, 'withdraw' as const),
    }),
    fc.record({
      kind: fc.constant('step' as const),
      luck: fc.constantFrom('done', 'busy', 'lost', 'crash', 'absent', 'seen'),
    }),
  );

  it('never begins an edition after a later operation is known, and never repeats a call whose outcome is unknown', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let thread = threadOf();
        for (const e of events) {
          if (e.kind === 'arrive') {
            const fresh = delivery(e.edition, e.operation, { deadline: null });
            if (!thread.deliveries.some((d) => d.id === fresh.id)) thread = accept(thread, fresh);
            continue;
          }
          const step = decide(thread, now);
          if (step.do === 'rest') continue;
          const id = step.delivery.id;
          if (step.do === 'call') {
            expect(thread.deliveries.every((d) => rank(d) <= rank(step.delivery))).toBe(true);
            expect(step.call.state).toBe('ready');
            thread = change(thread, id, (d) => begin(d, step.call.number, null, now));
            if (e.luck === 'crash') thread = recover(thread, now);
            else if (e.luck === 'lost')
              thread = change(thread, id, (d) => unknownNow(d, step.call.number, null, '', now));
            else if (e.luck === 'busy')
              thread = change(thread, id, (d) => postponed(d, step.call.number, '', now));
            else
              thread = change(thread, id, (d) =>
                answered(d, step.call.number, { kind: 'done', reference: 'r' }, now),
              );
          } else if (step.do === 'plan') thread = change(thread, id, (d) => plan(d, 2));
          else if (step.do === 'observe') {
            expect(step.call.state).not.toBe('ready');
            if (e.luck === 'absent' && step.call.state === 'unknown')
              thread = change(thread, id, (d) => postponed(d, step.call.number, '', now));
            if (e.luck === 'seen')
              thread = posted(
                change(thread, id, (d) => settle(d, 'confirmed', {}, now)),
                step.delivery,
                'h',
              );
          } else thread = change(thread, id, (d) => settle(d, 'superseded', {}, now));
        }
        const resting = thread.deliveries.filter((d) => d.settled !== null);
        expect(resting.every((d) => d.calls.every((c) => c.state !== 'ready'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
