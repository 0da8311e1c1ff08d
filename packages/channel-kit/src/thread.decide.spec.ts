import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, dueAt } from './thread.decide.ts';
import {
  accept,
  answered,
  begin,
  change,
  changeCall,
  plan,
  posted,
  postponed,
  recover,
  reopen,
  settle,
  unknownNow,
} from './thread.evolve.ts';
import { rank, type Call, type Delivery } from './thread.ts';
import { afterwards, delivery, now, soon, threadOf } from './testing/thread.sample.ts';

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

describe('what is overtaken', () => {
  const inState = (state: Call['state']): Delivery =>
    changeCall(plan(delivery(1), 2), 1, { state, reference: 'r' });

  it.each(['unknown', 'pending', 'calling'] as const)('is found out about while a call is %s', (state) => {
    const step = decide(threadOf(inState(state), delivery(2)), now);
    expect(step).toMatchObject({ do: 'observe', delivery: { edition: 1 }, call: { number: 1, state } });
  });

  it.each(['ready', 'done', 'seen', 'skipped'] as const)('is dropped when its calls are %s', (state) => {
    const step = decide(threadOf(inState(state), delivery(2)), now);
    expect(step).toMatchObject({ do: 'supersede', delivery: { edition: 1 } });
  });

  it('is not looked at before its time, and nothing else is done meanwhile', () => {
    const waiting = { ...inState('pending'), nextAt: soon };
    expect(decide(threadOf(waiting, delivery(2)), now)).toEqual({ do: 'rest', until: soon });
    expect(decide(threadOf(waiting, delivery(2)), soon).do).toBe('observe');
  });

  it('is dropped even after its deadline: what came later decides', () => {
    expect(decide(threadOf(delivery(1), delivery(2)), afterwards)).toMatchObject({
      do: 'supersede',
      delivery: { edition: 1 },
    });
  });
});

describe('which call is next', () => {
  const states = (...all: Call['state'][]): Delivery =>
    all.reduce((d, state, i) => changeCall(d, i, { state }), plan(delivery(1), all.length));

  it.each([
    [['done', 'pending', 'ready', 'unknown'], 'observe', 3],
    [['done', 'pending', 'ready', 'calling'], 'observe', 3],
    [['done', 'pending', 'ready'], 'call', 2],
    [['done', 'pending', 'seen'], 'observe', 1],
    [['seen', 'done'], 'observe', 1],
  ] as const)('of %j it takes to %s number %i', (all, act, number) => {
    expect(decide(threadOf(states(...all)), now)).toMatchObject({ do: act, call: { number } });
  });

  it('is none when all were seen or skipped', () => {
    expect(decide(threadOf(states('seen', 'skipped')), now).do).toBe('supersede');
  });
});

describe('when a delivery may begin', () => {
  it('at its time, not a moment before', () => {
    const later = delivery(1, 'publish', { nextAt: soon });
    expect(decide(threadOf(later), now)).toEqual({ do: 'rest', until: soon });
    expect(decide(threadOf(later), soon).do).toBe('plan');
  });

  it('until its deadline, not at it; without one, whenever', () => {
    expect(decide(threadOf(delivery(1, 'publish', { deadline: soon })), soon).do).toBe('expire');
    expect(decide(threadOf(delivery(1, 'publish', { deadline: soon })), now).do).toBe('plan');
    expect(decide(threadOf(delivery(1, 'publish', { deadline: null })), afterwards).do).toBe('plan');
  });

  it('expires though planned, as long as no call began', () => {
    const planned = plan(delivery(1, 'publish', { deadline: soon }), 2);
    expect(decide(threadOf(planned), soon).do).toBe('expire');
    expect(decide(threadOf(changeCall(planned, 1, { state: 'done' })), soon).do).toBe('call');
  });

  it('a deadline that has passed outweighs its turn', () => {
    const late = delivery(1, 'publish', { deadline: soon, nextAt: afterwards });
    expect(decide(threadOf(late), soon).do).toBe('expire');
  });

  it('nothing rests for ever but a thread without an open delivery', () => {
    expect(decide(threadOf(), now)).toEqual({ do: 'rest', until: null });
    expect(decide(threadOf(settle(out(delivery(1)), 'confirmed', {}, now)), now)).toEqual({
      do: 'rest',
      until: null,
    });
  });
});

describe('a withdrawal', () => {
  const settledWith = (state: Call['state']): Delivery =>
    settle(changeCall(plan(delivery(1), 1), 0, { state }), 'failed', {}, now);

  it.each(['unknown', 'pending'] as const)('calls for a person when an earlier call stayed %s', (state) => {
    expect(decide(threadOf(settledWith(state), delivery(1, 'withdraw')), now)).toMatchObject({
      do: 'cannot-withdraw',
      delivery: { operation: 'withdraw' },
    });
  });

  it.each(['skipped', 'seen', 'done'] as const)(
    'has nothing to do where calls are %s and nothing stands',
    (s) => {
      expect(decide(threadOf(settledWith(s), delivery(1, 'withdraw')), now).do).toBe('nothing-to-withdraw');
    },
  );

  it('that has begun is carried on though nothing stands any more', () => {
    const thread = threadOf(out(delivery(1, 'withdraw')));
    expect(decide(thread, now)).toMatchObject({ do: 'observe', delivery: { operation: 'withdraw' } });
  });

  it('is not troubled by its own call', () => {
    const reopened = changeCall(plan(delivery(1, 'withdraw'), 1), 0, { state: 'ready' });
    expect(decide(threadOf(reopened), now).do).toBe('nothing-to-withdraw');
  });

  it('comes last, whatever the number of its edition', () => {
    expect(rank({ edition: 1, operation: 'withdraw' })).toBeGreaterThan(
      rank({ edition: 9999, operation: 'publish' }),
    );
    expect(rank({ edition: 2, operation: 'publish' })).toBe(2);
  });
});

describe('when the worker looks again', () => {
  it('now, when there is something to do; else when the step is due', () => {
    expect(dueAt(threadOf(delivery(1)), now)).toBe(now);
    expect(dueAt(threadOf(delivery(1, 'publish', { nextAt: soon })), now)).toBe(soon);
    expect(dueAt(threadOf(), now)).toBeNull();
  });
});

describe('the order of arrival', () => {
  const arrivals = fc.uniqueArray(
    fc.record({
      edition: fc.integer({ min: 1, max: 6 }),
      operation: fc.constantFrom('publish' as const, 'withdraw' as const),
    }),
    { minLength: 1, maxLength: 8, selector: (a) => `${a.edition}${a.operation}` },
  );

  it('never matters: the lowest rank is brought to rest first', () => {
    fc.assert(
      fc.property(arrivals, (all) => {
        const open = all.map((a) => delivery(a.edition, a.operation, { deadline: null }));
        const lowest = Math.min(...open.map(rank));
        for (const order of [open, open.toReversed()]) {
          const step = decide(threadOf(...order), now);
          if (step.do === 'rest') throw new Error('it rests');
          expect(rank(step.delivery)).toBe(lowest);
        }
      }),
    );
  });

  it('only the highest rank is ever planned or called', () => {
    fc.assert(
      fc.property(arrivals, (all) => {
        const open = all.map((a) => delivery(a.edition, a.operation, { deadline: null }));
        const step = decide(threadOf(...open), now);
        const highest = Math.max(...open.map(rank));
        if (step.do === 'plan' || step.do === 'call') expect(rank(step.delivery)).toBe(highest);
        else if (step.do === 'supersede') expect(rank(step.delivery)).toBeLessThan(highest);
      }),
    );
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
