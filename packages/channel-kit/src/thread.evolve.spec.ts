import { describe, expect, it } from 'vitest';
import {
  accept,
  answered,
  begin,
  change,
  changeCall,
  emptyThread,
  endCall,
  looked,
  plan,
  postponed,
  recover,
  refreshed,
  remember,
  reopen,
  retake,
  seen,
  sentInVain,
  settle,
  unknownNow,
} from './thread.evolve.ts';
import { freshCall, type Call, type Delivery } from './thread.ts';
import { delivery, inPlace, now, planned, show, soon, started, threadOf } from './testing/thread.sample.ts';

const one = planned(delivery(1));
const fresh = (number: number): Call => freshCall(number, show(), now);
const callOf = (d: Delivery, number = 0): Call => d.calls[number] ?? fresh(99);

describe('a delivery', () => {
  it('is planned with one call for each part, and added to only from the state it was planned from', () => {
    const parts = [show({ id: 'a', title: '甲' }), show()];
    const both = plan(delivery(1), { parts, after: 0, now: soon });
    expect(both.calls).toEqual([
      freshCall(0, show({ id: 'a', title: '甲' }), soon),
      freshCall(1, show(), soon),
    ]);
    expect(plan(both, { parts, after: 0, now })).toBe(both);
    expect(plan(both, { parts: [show()], after: 2, now }).calls.map((c) => c.number)).toEqual([0, 1, 2]);
  });

  it('begins one call: counted, dated, with what was prepared and its hash, looks at nought', () => {
    const tired = planned(delivery(1, 'publish', { attempts: 4 }), 2);
    const at = { prepared: { draft: 'd' }, hash: 'h', now: soon };
    const begun = begin(changeCall(tired, 1, { looks: 9 }), 1, at);
    expect(begun).toMatchObject({ attempts: 5, hash: 'h' });
    expect(callOf(begun, 1)).toEqual({
      ...fresh(1),
      state: 'calling',
      startedAt: soon,
      prepared: { draft: 'd' },
      looks: 0,
      sends: 1,
    });
    expect(callOf(begun, 0)).toEqual(fresh(0));
    expect(begin(begun, 0, { ...at, hash: null }).hash).toBe('h');
  });

  it('that was answered holds where it stands, forgets the hint and its failed tries', () => {
    const lost = changeCall(started(one), 0, { hint: 'h', looks: 5, tries: 3 });
    const done = answered(lost, 0, { kind: 'done', reference: 'r', url: 'https://x.test/1' }, soon);
    expect(callOf(done)).toMatchObject({
      tries: 0,
      nextAt: soon,
      state: 'done',
      reference: 'r',
      url: 'https://x.test/1',
      hint: null,
      looks: 0,
    });
  });

  it('that was only accepted is pending, with no address yet', () => {
    const pending = answered(started(one), 0, { kind: 'pending', reference: 'job-1' }, soon);
    expect(callOf(pending)).toMatchObject({ state: 'pending', reference: 'job-1', url: null });
  });

  it('of unknown outcome keeps the hint and the words for a person', () => {
    const begun = changeCall(started(one), 0, { looks: 7 });
    const lost = unknownNow(begun, 0, 'draft-7', '超时', soon);
    expect(lost.lastWords).toBe('超时');
    expect(callOf(lost)).toMatchObject({
      state: 'unknown',
      hint: 'draft-7',
      looks: 0,
      startedAt: now,
      nextAt: soon,
      words: '超时',
      sends: 1,
    });
  });

  it('that was put off may be called again, one failed try more; the far end heard nothing', () => {
    const at = { prepared: { draft: 'd' }, hash: 'h', now };
    const begun = changeCall(begin(one, 0, at), 0, { looks: 4, tries: 2 });
    const back = postponed(begun, 0, { words: '对方繁忙', nextAt: soon, now });
    expect(back.lastWords).toBe('对方繁忙');
    expect(callOf(back)).toMatchObject({
      state: 'ready',
      startedAt: null,
      looks: 0,
      prepared: { draft: 'd' },
      tries: 3,
      failingSince: now,
      asked: false,
      sends: 0,
      nextAt: soon,
      words: '对方繁忙',
    });
    expect(callOf(postponed(back, 0, { words: '', nextAt: soon, now })).sends).toBe(0);
  });

  it('that was sent in vain may be called again, and the sending counts', () => {
    const lost = changeCall(started(one), 0, { state: 'unknown', looks: 4 });
    expect(callOf(sentInVain(lost, 0, '没有收到', soon))).toMatchObject({
      state: 'ready',
      startedAt: null,
      looks: 0,
      sends: 1,
      nextAt: soon,
      words: '没有收到',
    });
  });

  it('that was looked at counts the look, keeps what was seen of it, and changes nothing else', () => {
    const parts = { shown: 1, of: 2, exceptions: [] };
    const pending = answered(started(one), 0, { kind: 'pending', reference: 'job' }, now);
    const once = looked(pending, 0, { nextAt: now, words: '再等', parts });
    const twice = looked(once, 0, { nextAt: soon, words: '还没有' });
    expect(twice.lastWords).toBe('还没有');
    expect(callOf(twice)).toEqual({ ...callOf(pending), looks: 2, nextAt: soon, words: '还没有', parts });
  });

  it('that only a person can bring further says so, and keeps what it has done', () => {
    const given = endCall(started(one), 0, { outcome: 'failed', words: '请人工核实' });
    expect(given.lastWords).toBe('请人工核实');
    expect(callOf(given)).toEqual({
      ...callOf(started(one)),
      ended: { outcome: 'failed', words: '请人工核实' },
      words: '请人工核实',
    });
  });

  it('that nobody planned can be looked at without harm', () => {
    expect(looked(delivery(1), 0, { nextAt: soon, words: '' }).calls).toEqual([]);
  });

  it('that was seen has the address the public sees, else the one the far end said', () => {
    const said = answered(started(one), 0, { kind: 'done', reference: 'r', url: 'https://said.test' }, now);
    const present = { kind: 'present', reference: 'r2', hash: 'h' } as const;
    expect(callOf(seen(said, 0, { ...present, url: 'https://seen.test' }, soon))).toMatchObject({
      state: 'seen',
      reference: 'r2',
      url: 'https://seen.test',
    });
    expect(callOf(seen(said, 0, present, soon)).url).toBe('https://said.test');
    expect(callOf(seen(one, 0, present, soon)).url).toBeNull();
    const tired = changeCall(said, 0, { tries: 4, ended: { outcome: 'failed', words: '' } });
    expect(callOf(seen(tired, 0, { ...present, detail: '可见' }, soon))).toMatchObject({
      tries: 0,
      nextAt: soon,
      words: '可见',
      ended: null,
    });
  });
});

describe('a delivery at rest', () => {
  it('skips what never began, keeps what did, and counts how often it rested', () => {
    const half = changeCall(planned(delivery(1), 3), 0, { state: 'done' });
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
    const half = changeCall(planned(delivery(1), 2), 0, { state: 'unknown', looks: 8, hint: 'h' });
    const failed = settle({ ...half, tries: 6 }, 'failed', {}, now);
    const again = reopen(failed, soon);
    expect(again).toMatchObject({ settled: null, deadline: null, tries: 0, nextAt: soon, settlements: 1 });
    expect(callOf(again, 0)).toMatchObject({ state: 'unknown', looks: 0, hint: 'h' });
    expect(callOf(again, 1)).toEqual({ ...fresh(1), nextAt: soon });
  });

  it('that is taken up again leaves what was seen, and may be sent once more', () => {
    const mixed = changeCall(planned(delivery(1), 2), 0, { state: 'seen', words: '可见' });
    const given = { outcome: 'failed', words: '' } as const;
    const failed = changeCall(mixed, 1, { state: 'unknown', sends: 2, tries: 5, ended: given });
    const again = reopen(settle(failed, 'failed', {}, now), soon);
    expect(callOf(again, 0)).toEqual(callOf(mixed, 0));
    expect(callOf(again, 1)).toMatchObject({
      state: 'unknown',
      sends: 1,
      tries: 0,
      looks: 0,
      ended: null,
      nextAt: soon,
    });
  });

  it('keeps a call that was given to a person as it is', () => {
    const given = endCall(one, 0, { outcome: 'refused', words: '太长' });
    expect(callOf(settle(given, 'refused', {}, now)).state).toBe('ready');
  });
});

describe('a thread', () => {
  it('begins empty', () => {
    expect(emptyThread('7K3QZP4M', now)).toEqual({
      _id: '7K3QZP4M',
      deliveries: [],
      remembered: [],
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
    expect(refreshed(threadOf(delivery(1)), soon, inPlace)).toMatchObject({
      lane: 'normal',
      updatedAt: soon,
    });
    expect(refreshed(threadOf(delivery(1), urgent), soon, inPlace).lane).toBe('urgent');
    const rested = settle(urgent, 'confirmed', {}, now);
    expect(refreshed(threadOf(delivery(1), rested), soon, inPlace).lane).toBe('normal');
  });

  it('is due when its next step is, and at rest never', () => {
    const waiting = changeCall(one, 0, { nextAt: soon });
    expect(refreshed(threadOf(waiting), now, inPlace).dueAt).toBe(soon);
    expect(refreshed(threadOf(one), now, inPlace).dueAt).toBe(now);
    expect(refreshed(threadOf(settle(one, 'failed', {}, now)), now, inPlace).dueAt).toBeNull();
  });

  it('remembers what the ledger knows of this channel, once, and only of editions it has not itself', () => {
    const known = { channel: 'sms', edition: 1, reference: 'r' };
    const all = [known, { ...known, channel: 'led' }, { ...known, target: 'p1' }, { ...known, edition: 2 }];
    const thread = remember(threadOf(delivery(2)), all, 'sms');
    expect(thread.remembered).toEqual([
      { edition: 1, reference: 'r' },
      { edition: 1, reference: 'r', target: 'p1' },
    ]);
    expect(remember(thread, all, 'sms')).toBe(thread);
    expect(remember(thread, undefined, 'sms')).toBe(thread);
  });

  it('looks once more for what stayed unknown when something later comes, or is taken up again', () => {
    const lost = settle(changeCall(started(one), 0, { state: 'unknown', looks: 9 }), 'failed', {}, now);
    const done = settle(changeCall(started(one), 0, { state: 'done' }), 'failed', {}, now);
    const next = accept(threadOf(lost), delivery(2, 'publish', { acceptedAt: soon }));
    expect(next.deliveries[0]).toMatchObject({
      settled: null,
      calls: [{ state: 'unknown', looks: 0, nextAt: soon }],
    });
    expect(accept(threadOf(done), delivery(2)).deliveries[0]).toBe(done);
    const withdrawal = settle(delivery(1, 'withdraw'), 'failed', {}, now);
    const both = { ...threadOf(), deliveries: [lost, withdrawal] };
    const [first, second] = retake(both, withdrawal.id, soon).deliveries;
    expect([first?.settled, second?.settled]).toEqual([null, null]);
    const superseded = { ...both, deliveries: [settle(lost, 'superseded', {}, now), withdrawal] };
    expect(retake(superseded, withdrawal.id, soon).deliveries[0]?.settled?.outcome).toBe('superseded');
  });
});

describe('whoever held it before is gone', () => {
  it('a call begun and not recorded has an unknown outcome, to be looked at now', () => {
    const begun = started(planned(delivery(1, 'publish', { nextAt: soon }), 2));
    const thread = threadOf(changeCall(begun, 0, { looks: 3 }), delivery(2, 'publish', { nextAt: soon }));
    const [first, second] = recover(thread, now).deliveries;
    expect(first?.calls.map((c) => [c.state, c.looks, c.nextAt])).toEqual([
      ['unknown', 0, now],
      ['ready', 0, soon],
    ]);
    expect(second?.nextAt).toBe(soon);
  });

  it('nothing changes where nothing was under way', () => {
    const thread = threadOf(delivery(1), planned(delivery(2)));
    expect(recover(thread, soon)).toBe(thread);
    expect(recover(threadOf(), soon).deliveries).toEqual([]);
  });
});
