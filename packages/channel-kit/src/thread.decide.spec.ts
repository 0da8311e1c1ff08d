import { operationRank as rank } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide as decideFor, dueAt, type Step } from './thread.decide.ts';
import { changeCall, endCall, recover, reopen, settle, unknownNow } from './thread.evolve.ts';
import type { Call, Delivery, Thread } from './thread.ts';
import {
  afterwards,
  confirmed,
  delivery,
  inPlace,
  messages,
  now,
  onePostEach,
  out,
  planned,
  remove,
  show,
  soon,
  started,
  threadOf,
} from './testing/thread.sample.ts';

const decide = (thread: Thread, at: string, can = inPlace): Step => decideFor(thread, at, can);

describe('the order of a publication on one channel', () => {
  it('plans, calls and then looks', () => {
    expect(decide(threadOf(delivery(1)), now).do).toBe('plan');
    expect(decide(threadOf(planned(delivery(1))), now).do).toBe('call');
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

  it('sends nothing of words that are no longer valid, be it for the first time or once more', () => {
    const expiresAt = now;
    const lapsed = delivery(1, 'publish', { deadline: null, expiresAt });
    expect(decide(threadOf(lapsed), now).do).toBe('expire');
    expect(decide(threadOf(reopen(lapsed, now)), now).do).toBe('expire');
    const ready = planned(lapsed);
    expect(decide(threadOf(ready), now).do).toBe('expire-call');
    expect(decide(threadOf(changeCall(ready, 0, { sends: 1 })), now).do).toBe('expire-call');
    expect(decide(threadOf(out(lapsed)), now).do).toBe('observe');
    expect(decide(threadOf(planned(delivery(1, 'publish', { expiresAt: afterwards }))), now).do).toBe('call');
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
    const lost = unknownNow(started(delivery(1)), 0, null, '', now);
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

  it('sends no message about what has run out, and lets what was not sent yet lapse', () => {
    const over = delivery(1, 'withdraw', { act: 'expire' });
    expect(decide(threadOf(confirmed(out(delivery(1))), over), now, messages)).toMatchObject({
      do: 'say-nothing',
      delivery: { operation: 'withdraw' },
    });
    expect(decide(threadOf(delivery(1), over), now, messages).do).toBe('supersede');
    const back = threadOf(confirmed(out(delivery(1))), delivery(1, 'withdraw', { act: 'withdraw' }));
    expect(decide(back, now, messages).do).toBe('plan');
  });

  it('takes nothing back where nothing stands', () => {
    expect(decide(threadOf(delivery(1, 'withdraw')), now).do).toBe('nothing-to-withdraw');
  });

  it('looks once more for an earlier outcome that stayed unknown before it takes anything back', () => {
    const lost = settle(unknownNow(started(delivery(1)), 0, null, '', now), 'failed', {}, now);
    expect(decide(threadOf(lost, delivery(1, 'withdraw')), now)).toMatchObject({
      do: 'observe',
      delivery: { operation: 'publish' },
    });
  });

  it('withdraws what stands', () => {
    const thread = threadOf(confirmed(out(delivery(1))), delivery(1, 'withdraw'));
    expect(decide(thread, now)).toMatchObject({ do: 'plan', delivery: { operation: 'withdraw' } });
  });

  it('expires what has not begun by its deadline, and only that', () => {
    expect(decide(threadOf(delivery(1)), afterwards).do).toBe('expire');
    expect(decide(threadOf(out(delivery(1))), afterwards).do).toBe('observe');
  });

  it('treats a call begun by a process that died as unknown', () => {
    const thread = recover(threadOf(started(delivery(1))), now);
    expect(thread.deliveries[0]?.calls[0]?.state).toBe('unknown');
    expect(decide(thread, now).do).toBe('observe');
  });

  it('looks first when an operator reopens an unknown outcome', () => {
    const failed = settle(unknownNow(started(delivery(1)), 0, null, '', now), 'failed', {}, now);
    expect(decide(threadOf(reopen(failed, now)), now).do).toBe('observe');
  });

  it('stops the parts of an edition that were not sent when a withdrawal comes during sending', () => {
    const half = out(planned(delivery(1), 3));
    expect(decide(threadOf(half, delivery(1, 'withdraw')), now)).toMatchObject({
      do: 'supersede',
      delivery: { operation: 'publish' },
    });
  });
});

describe('what is overtaken', () => {
  const inState = (state: Call['state']): Delivery =>
    changeCall(planned(delivery(1), 2), 1, { state, reference: 'r' });

  it.each(['unknown', 'pending', 'calling'] as const)('is found out about while a call is %s', (state) => {
    const step = decide(threadOf(inState(state), delivery(2)), now);
    expect(step).toMatchObject({ do: 'observe', delivery: { edition: 1 }, call: { number: 1, state } });
  });

  it.each(['ready', 'done', 'seen', 'skipped'] as const)('is dropped when its calls are %s', (state) => {
    const step = decide(threadOf(inState(state), delivery(2)), now);
    expect(step).toMatchObject({ do: 'supersede', delivery: { edition: 1 } });
  });

  it('is not looked at before its time, and nothing else is done meanwhile', () => {
    const waiting = changeCall(inState('pending'), 1, { nextAt: soon });
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
    all.reduce((d, state, i) => changeCall(d, i, { state }), planned(delivery(1), all.length));

  it.each([
    [['done', 'pending', 'ready', 'unknown'], 'observe', 3],
    [['done', 'pending', 'ready', 'calling'], 'observe', 3],
    [['done', 'pending', 'ready'], 'call', 2],
    [['done', 'pending', 'seen'], 'observe', 1],
    [['seen', 'done'], 'observe', 1],
  ] as const)('of %j it takes to %s number %i', (all, act, number) => {
    expect(decide(threadOf(states(...all)), now)).toMatchObject({ do: act, call: { number } });
  });

  it('is none when all were seen, skipped or given to a person: it comes to rest', () => {
    expect(decide(threadOf(states('seen', 'skipped')), now).do).toBe('settle');
    const given = endCall(states('seen', 'unknown'), 1, { outcome: 'failed', words: '请人工核实' });
    expect(decide(threadOf(given), now).do).toBe('settle');
  });

  it('is another one while one waits, and none before the first of them is due', () => {
    const busy = changeCall(planned(delivery(1), 2), 0, { nextAt: soon });
    expect(decide(threadOf(busy), now)).toMatchObject({ do: 'call', call: { number: 1 } });
    const both = changeCall(busy, 1, { nextAt: afterwards });
    expect(decide(threadOf(both), now)).toEqual({ do: 'rest', until: soon });
  });

  it('takes an earlier post down only after its successor was seen at the same place', () => {
    const [a, b] = [
      { id: 'a', title: '甲' },
      { id: 'b', title: '乙' },
    ];
    const removal = { ...remove('first'), target: b };
    const d = planned(delivery(2, 'publish', { deadline: null }), [show(a), show(b), removal]);
    const only = (to: Partial<Call>): Thread =>
      threadOf(changeCall(changeCall(d, 0, { state: 'seen' }), 1, to));
    expect(decide(only({ state: 'pending' }), now)).toMatchObject({ do: 'observe', call: { number: 1 } });
    expect(decide(only({ state: 'seen' }), now)).toMatchObject({ do: 'call', call: { number: 2 } });
    const failed = { state: 'ready', ended: { outcome: 'refused', words: '' } } as const;
    expect(decide(only(failed), now).do).toBe('settle');
  });

  it('takes a post down at a place without successor once all successors were seen', () => {
    const removal = { ...remove('first'), target: { id: 'c', title: '丙' } };
    const d = planned(delivery(2), [show({ id: 'a', title: '甲' }), removal]);
    expect(decide(threadOf(changeCall(d, 0, { state: 'done' })), now).do).toBe('observe');
    expect(decide(threadOf(changeCall(d, 0, { state: 'seen' })), now)).toMatchObject({
      do: 'call',
      call: { kind: 'remove' },
    });
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

  it('ends every call that never began, and no other', () => {
    const both = planned(delivery(1, 'publish', { deadline: soon }), 2);
    expect(decide(threadOf(both), soon)).toMatchObject({ do: 'expire-call', call: { number: 0 } });
    expect(decide(threadOf(changeCall(both, 0, { state: 'done' })), soon)).toMatchObject({
      do: 'expire-call',
      call: { number: 1 },
    });
    expect(decide(threadOf(changeCall(both, 0, { sends: 1 })), soon)).toMatchObject({ call: { number: 1 } });
    expect(decide(threadOf(both), now).do).toBe('call');
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
  const taking = (d: Delivery, over: Partial<Delivery> = {}): Thread =>
    threadOf(d, delivery(1, 'withdraw', over));

  it('has nothing to do where nothing ever began', () => {
    const dropped = settle(planned(delivery(1)), 'superseded', {}, now);
    expect(decide(taking(dropped), now).do).toBe('nothing-to-withdraw');
    expect(decide(threadOf(delivery(1, 'withdraw')), now).do).toBe('nothing-to-withdraw');
  });

  it('does not take an empty memory for a fact when the ledger could not be asked', () => {
    const unasked = { ledgerAsked: false };
    expect(decide(threadOf(delivery(1, 'withdraw', unasked)), now).do).toBe('cannot-withdraw');
    const dropped = settle(planned(delivery(1)), 'superseded', {}, now);
    expect(decide(taking(dropped, unasked), now).do).toBe('nothing-to-withdraw');
  });

  it('takes back what only the ledger remembers', () => {
    const known = { edition: 1, reference: 'article:1' };
    const thread = { ...threadOf(delivery(1, 'withdraw')), remembered: [known] };
    expect(decide(thread, now, onePostEach).do).toBe('plan');
    const nameless = { ...thread, remembered: [{ edition: 1 }] };
    expect(decide(nameless, now, onePostEach).do).toBe('cannot-withdraw');
    expect(decide(nameless, now, messages).do).toBe('plan');
  });

  it('calls for a person where posts are deleted by name and nobody knows the name', () => {
    const lost = { ...settle(unknownNow(started(delivery(1)), 0, null, '', now), 'superseded', {}, now) };
    expect(decide(taking(lost), now, onePostEach).do).toBe('cannot-withdraw');
    expect(decide(taking(lost), now, messages).do).toBe('plan');
    expect(decide(taking(lost), now, inPlace).do).toBe('plan');
  });

  it('goes on planning until everything that stands has its removal', () => {
    const first = out(delivery(1), 'article:1');
    const key = first.id;
    const going = changeCall(planned(delivery(1, 'withdraw'), [remove(key)]), 0, { state: 'seen' });
    expect(decide(threadOf(confirmed(first), going), now, onePostEach).do).toBe('settle');
    const second = confirmed(out(delivery(2), 'article:2'));
    expect(decide(threadOf(confirmed(first), second, going), now, onePostEach).do).toBe('plan');
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
    expect(dueAt(threadOf(delivery(1)), now, inPlace)).toBe(now);
    expect(dueAt(threadOf(delivery(1, 'publish', { nextAt: soon })), now, inPlace)).toBe(soon);
    expect(dueAt(threadOf(), now, inPlace)).toBeNull();
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
