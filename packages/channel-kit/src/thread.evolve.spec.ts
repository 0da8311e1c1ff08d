import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accept,
  answered,
  begin,
  change,
  changeCall,
  emptyThread,
  finished,
  looked,
  plan,
  posted,
  postponed,
  recover,
  refreshed,
  reopen,
  seen,
  settle,
  unknownNow,
} from './thread.evolve.ts';
import { freshCall, type Call, type Delivery, type Thread } from './thread.ts';
import { delivery, now, soon, threadOf } from './testing/thread.sample.ts';

const one = plan(delivery(1), 1);
const callOf = (d: Delivery, number = 0): Call => d.calls[number] ?? freshCall(-1);

describe('a delivery', () => {
  it('is planned with one call for each part, and with one where there are no parts', () => {
    expect(plan(delivery(1), 3).calls.map((c) => c.number)).toEqual([0, 1, 2]);
    expect(plan(delivery(1), 0).calls).toEqual([freshCall(0)]);
  });

  it('begins one call: counted, dated, with what was prepared, looks at nought', () => {
    const tired = { ...plan(delivery(1, 'publish', { attempts: 4 }), 2) };
    const begun = begin(changeCall(tired, 1, { looks: 9 }), 1, { draft: 'd' }, soon);
    expect(begun.attempts).toBe(5);
    expect(callOf(begun, 1)).toEqual({
      ...freshCall(1),
      state: 'calling',
      startedAt: soon,
      prepared: { draft: 'd' },
      looks: 0,
    });
    expect(callOf(begun, 0)).toEqual(freshCall(0));
  });

  it('that was answered holds where it stands, forgets the hint and its failed tries', () => {
    const lost = changeCall({ ...begin(one, 0, null, now), tries: 3 }, 0, { hint: 'h', looks: 5 });
    const done = answered(lost, 0, { kind: 'done', reference: 'r', url: 'https://x.test/1' }, soon);
    expect(done).toMatchObject({ tries: 0, nextAt: soon });
    expect(callOf(done)).toMatchObject({
      state: 'done',
      reference: 'r',
      url: 'https://x.test/1',
      hint: null,
      looks: 0,
    });
  });

  it('that was only accepted is pending, with no address yet', () => {
    const pending = answered(begin(one, 0, null, now), 0, { kind: 'pending', reference: 'job-1' }, soon);
    expect(callOf(pending)).toMatchObject({ state: 'pending', reference: 'job-1', url: null });
  });

  it('of unknown outcome keeps the hint and the words for a person', () => {
    const begun = changeCall(begin(one, 0, null, now), 0, { looks: 7 });
    const lost = unknownNow(begun, 0, 'draft-7', '超时', soon);
    expect(lost).toMatchObject({ nextAt: soon, lastWords: '超时', tries: 0 });
    expect(callOf(lost)).toMatchObject({ state: 'unknown', hint: 'draft-7', looks: 0, startedAt: now });
  });

  it('that was put off may be called again, one failed try more', () => {
    const begun = changeCall({ ...begin(one, 0, { draft: 'd' }, now), tries: 2 }, 0, { looks: 4 });
    const back = postponed(begun, 0, '对方繁忙', soon);
    expect(back).toMatchObject({ tries: 3, nextAt: soon, lastWords: '对方繁忙' });
    expect(callOf(back)).toMatchObject({
      state: 'ready',
      startedAt: null,
      looks: 0,
      prepared: { draft: 'd' },
    });
  });

  it('that was looked at counts the look, and changes nothing else of the call', () => {
    const pending = answered(begin(one, 0, null, now), 0, { kind: 'pending', reference: 'job' }, now);
    const twice = looked(looked(pending, 0, now, '再等'), 0, soon, '还没有');
    expect(twice).toMatchObject({ nextAt: soon, lastWords: '还没有' });
    expect(callOf(twice)).toEqual({ ...callOf(pending), looks: 2 });
  });

  it('that nobody planned can be looked at without harm', () => {
    expect(looked(delivery(1), 0, soon, '').calls).toEqual([]);
  });

  it('that was seen has the address the public sees, else the one the far end said', () => {
    const said = answered(
      begin({ ...one, tries: 2 }, 0, null, now),
      0,
      { kind: 'done', reference: 'r', url: 'https://said.test' },
      now,
    );
    const present = { kind: 'present', reference: 'r2', hash: 'h' } as const;
    expect(callOf(seen(said, 0, { ...present, url: 'https://seen.test' }, soon))).toMatchObject({
      state: 'seen',
      reference: 'r2',
      url: 'https://seen.test',
    });
    expect(callOf(seen(said, 0, present, soon)).url).toBe('https://said.test');
    expect(callOf(seen(one, 0, present, soon)).url).toBeNull();
    expect(seen({ ...said, tries: 4 }, 0, present, soon)).toMatchObject({ tries: 0, nextAt: soon });
  });

  it('is finished when every part was seen or skipped, not when there is none', () => {
    const parts = plan(delivery(1), 2);
    expect(finished(delivery(1))).toBe(false);
    expect(finished(changeCall(parts, 0, { state: 'seen' }))).toBe(false);
    const half = changeCall(parts, 0, { state: 'seen' });
    expect(finished(changeCall(half, 1, { state: 'skipped' }))).toBe(true);
    expect(finished(changeCall(half, 1, { state: 'seen' }))).toBe(true);
    expect(finished(changeCall(half, 1, { state: 'done' }))).toBe(false);
  });
});

describe('a delivery at rest', () => {
  it('skips what never began, keeps what did, and counts how often it rested', () => {
    const half = changeCall(plan(delivery(1), 3), 0, { state: 'done' });
    const mixed = changeCall(half, 1, { state: 'unknown' });
    const rest = settle(mixed, 'superseded', { detail: '被取代' }, soon);
    expect(rest.calls.map((c) => c.state)).toEqual(['done', 'unknown', 'skipped']);
    expect(rest.settled).toEqual({ outcome: 'superseded', at: soon, evidence: { detail: '被取代' } });
    expect(rest).toMatchObject({ settlements: 1, lastWords: '被取代' });
    expect(settle(rest, 'failed', {}, soon).settlements).toBe(2);
  });

  it('keeps its last words when the evidence has none', () => {
    expect(settle({ ...one, lastWords: '对方繁忙' }, 'failed', {}, soon).lastWords).toBe('对方繁忙');
  });

  it('that an operator takes up again has no deadline, begins at once, and is looked at afresh', () => {
    const half = changeCall(plan(delivery(1), 2), 0, { state: 'unknown', looks: 8, hint: 'h' });
    const failed = settle({ ...half, tries: 6 }, 'failed', {}, now);
    const again = reopen(failed, soon);
    expect(again).toMatchObject({ settled: null, deadline: null, tries: 0, nextAt: soon, settlements: 1 });
    expect(callOf(again, 0)).toMatchObject({ state: 'unknown', looks: 0, hint: 'h' });
    expect(callOf(again, 1)).toEqual(freshCall(1));
  });
});

describe('a thread', () => {
  it('begins empty', () => {
    expect(emptyThread('7K3QZP4M', now)).toEqual({
      _id: '7K3QZP4M',
      deliveries: [],
      posting: null,
      dueAt: null,
      lane: 'normal',
      updatedAt: now,
      lease: null,
      outbox: [],
      outboxAt: null,
    });
  });

  it('changes the delivery that is meant, and no other', () => {
    const thread = threadOf(delivery(1), delivery(2));
    const next = change(thread, delivery(2).id, (d) => ({ ...d, tries: 9 }));
    expect(next.deliveries.map((d) => d.tries)).toEqual([0, 9]);
    expect(change(thread, 'nobody', (d) => ({ ...d, tries: 9 }))).toEqual(thread);
  });

  it('is urgent as long as an urgent delivery is open', () => {
    const urgent = delivery(2, 'publish', { lane: 'urgent' });
    expect(refreshed(threadOf(delivery(1)), soon)).toMatchObject({ lane: 'normal', updatedAt: soon });
    expect(refreshed(threadOf(delivery(1), urgent), soon).lane).toBe('urgent');
    const rested = settle(urgent, 'confirmed', {}, now);
    expect(refreshed(threadOf(delivery(1), rested), soon).lane).toBe('normal');
  });

  it('is due when its next step is, and at rest never', () => {
    const waiting = { ...one, nextAt: soon };
    expect(refreshed(threadOf(waiting), now).dueAt).toBe(soon);
    expect(refreshed(threadOf(one), now).dueAt).toBe(now);
    expect(refreshed(threadOf(settle(one, 'failed', {}, now)), now).dueAt).toBeNull();
  });

  it('knows where the latest thing stands, once the far end said yes', () => {
    const hash = 'h'.repeat(64);
    const done = answered(begin(one, 0, null, now), 0, { kind: 'done', reference: 'r' }, now);
    expect(posted(threadOf(done), done, hash).posting).toEqual({ edition: 1, reference: 'r', hash });
    const withUrl = changeCall(done, 0, { url: 'https://x.test', state: 'seen' });
    expect(posted(threadOf(withUrl), withUrl, hash).posting).toEqual({
      edition: 1,
      reference: 'r',
      url: 'https://x.test',
      hash,
    });
  });

  it.each(['ready', 'calling', 'pending', 'unknown', 'skipped'] as const)(
    'does not take what is %s for something that stands',
    (state) => {
      const open = changeCall(one, 0, { state, reference: 'r' });
      expect(posted(threadOf(open), open, 'h').posting).toBeNull();
    },
  );

  it('does not take an answer without reference for something that stands', () => {
    const open = changeCall(plan(delivery(1), 2), 0, { state: 'done', reference: null });
    expect(posted(threadOf(open), open, 'h').posting).toBeNull();
    const second = changeCall(open, 1, { state: 'done', reference: 'r1' });
    expect(posted(threadOf(second), second, 'h').posting?.reference).toBe('r1');
  });
});

describe('whoever held it before is gone', () => {
  it('a call begun and not recorded has an unknown outcome, to be looked at now', () => {
    const begun = begin({ ...plan(delivery(1), 2), nextAt: soon }, 0, null, now);
    const thread = threadOf(changeCall(begun, 0, { looks: 3 }), delivery(2, 'publish', { nextAt: soon }));
    const [first, second] = recover(thread, now).deliveries;
    expect(first?.calls.map((c) => [c.state, c.looks])).toEqual([
      ['unknown', 0],
      ['ready', 0],
    ]);
    expect([first?.nextAt, second?.nextAt]).toEqual([now, soon]);
  });

  it('nothing changes where nothing was under way', () => {
    const thread = threadOf(delivery(1), plan(delivery(2), 1));
    expect(recover(thread, soon)).toBe(thread);
    expect(recover(threadOf(), soon).deliveries).toEqual([]);
  });
});

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
    .map((all) => all.map((c, number): Call => ({ ...freshCall(number), ...c })));
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
          expect(call.looks).toBe(0);
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
