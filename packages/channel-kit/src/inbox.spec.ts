import { nobody } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Inbox } from './inbox.ts';
import { Reaches, reaches, type ReachDoc, type Resolve } from './register/reaches.ts';
import { publication, released, retryOf, withdrawn } from './testing/events.sample.ts';
import { ownStore } from './testing/own.store.ts';
import { messages } from './testing/thread.sample.ts';
import { change, settle } from './thread.evolve.ts';
import { ThreadStore } from './thread.store.ts';
import { inbox, threads, type Delivery, type InboxDoc, type Thread } from './thread.ts';

const now = '2026-11-23T08:00:00.000Z';
const channel = 'sms';
const forUs = { channels: [{ id: channel }, { id: 'led' }] };
const first = `${publication}:1:${channel}:publish`;

describe('the inbox of a channel', () => {
  let remove: () => Promise<void>;
  let events: Collection<InboxDoc>;
  let docs: Collection<Thread>;
  let reached: Collection<ReachDoc>;
  let register: Awaited<ReturnType<Resolve>>;
  let kicks: number;
  let door: Inbox;
  beforeEach(async () => {
    const own = await ownStore();
    remove = own.remove;
    events = await own.store.collection(inbox);
    docs = await own.store.collection(threads);
    reached = await own.store.collection(reaches);
    register = { catchingUp: [], others: ['p1', 'p2'] };
    kicks = 0;
    door = doorWith(null);
  });
  afterEach(() => remove());

  const doorWith = (quiet: { from: string; to: string } | null): Inbox => {
    const store = new ThreadStore(
      docs,
      messages,
      () => now,
      () => undefined,
    );
    return new Inbox({
      channel,
      events,
      threads: store,
      reaches: new Reaches(reached, () => Promise.resolve(register)),
      now: () => now,
      kickWorker: () => void (kicks += 1),
      quiet,
    });
  };
  const known = async (id = first): Promise<Delivery | undefined> =>
    (await docs.get(publication))?.deliveries.find((d) => d.id === id);
  const told = async (): Promise<string[]> =>
    ((await docs.get(publication))?.outbox ?? []).map((entry) => entry.envelope.id);
  const write = async (to: (d: Delivery) => Delivery): Promise<void> => {
    const thread = await docs.get(publication);
    if (thread === null) throw new Error('no thread');
    await docs.replace(change(thread, first, to), thread.version);
  };

  it('keeps an event and owes its delivery, and wakes the worker', async () => {
    await door.release(released(forUs));
    expect((await events.get(first))?.envelope.type).toBe(released().type);
    expect(await known()).toMatchObject({
      edition: 1,
      operation: 'publish',
      lane: 'normal',
      nextAt: now,
      acceptedAt: now,
      deadline: released().data.deadline,
      settled: null,
    });
    expect(await told()).toEqual([`${first}:accepted`]);
    expect(kicks).toBe(1);
  });

  it('takes no notice of what is for others', async () => {
    await door.release(released({ channels: [{ id: 'led' }] }));
    expect([await docs.get(publication), await events.get(first), kicks]).toEqual([null, null, 0]);
  });

  it('owes a delivery once, however often the event arrives', async () => {
    for (let i = 0; i < 3; i += 1) await door.release(released(forUs));
    expect((await docs.get(publication))?.deliveries).toHaveLength(1);
  });

  it('tells again how it ended when the event arrives once more', async () => {
    await door.release(released(forUs));
    await write((d) => settle(d, 'confirmed', {}, now));
    await door.release(released(forUs));
    expect(await told()).toContain(`${first}:settled:1`);
  });

  it('owes a withdrawal as a delivery of its own, without a deadline', async () => {
    await door.release(released(forUs));
    await door.release(withdrawn(forUs));
    expect(await known(`${publication}:1:${channel}:withdraw`)).toMatchObject({
      operation: 'withdraw',
      lane: 'urgent',
      deadline: null,
      releasedAt: withdrawn().data.withdrawnAt,
    });
  });

  it('lets only normal notices wait for the end of quiet hours', async () => {
    const quiet = { from: '22:00', to: '07:00' };
    door = doorWith(quiet);
    await door.release(released(forUs));
    await door.release(released({ ...forUs, lane: 'urgent' }, 2));
    await door.release(withdrawn({ ...forUs, lane: 'normal' }));
    const thread = await docs.get(publication);
    expect(thread?.deliveries.map((d) => [d.operation, d.edition, d.quiet])).toEqual([
      ['publish', 1, quiet],
      ['publish', 2, undefined],
      ['withdraw', 1, undefined],
    ]);
  });

  it('settles whom an edition is for when it comes, and a correction goes to the same', async () => {
    const second = `${publication}:2:${channel}:publish`;
    await door.release(released(forUs));
    register = { catchingUp: ['s9'], others: ['p1', 'p2', 'p3'] };
    await door.release(released(forUs));
    await door.release(released(forUs, 2));
    expect(await reached.get(first)).toMatchObject({ catchingUp: [], others: ['p1', 'p2'] });
    expect(await reached.get(second)).toMatchObject({ catchingUp: ['s9'], others: ['p1', 'p2'] });
  });

  it('asks the register afresh when a correction changes the audience', async () => {
    const of = { ...nobody, areas: ['532502002000'] };
    await door.release(released(forUs));
    register = { catchingUp: [], others: ['p3'] };
    await door.release(released({ ...forUs, audience: { scope: 'some', of } }, 2));
    expect((await reached.get(`${publication}:2:${channel}:publish`))?.others).toEqual(['p3']);
  });

  it('remembers what the ledger knows and it has lost, and nothing it has itself', async () => {
    const standing = [
      { channel, edition: 1, reference: 'r1' },
      { channel: 'led', edition: 1, reference: 'x' },
    ];
    await door.release(withdrawn({ ...forUs, standing }));
    expect(await docs.get(publication)).toMatchObject({
      remembered: [{ edition: 1, reference: 'r1' }],
      deliveries: [{ ledgerAsked: true }],
    });
  });

  describe('at an operator’s wish', () => {
    it.each(['failed', 'refused', 'expired'] as const)('takes up again what is %s', async (outcome) => {
      await door.release(released(forUs));
      await write((d) => settle(d, outcome, {}, now));
      await door.retry(retryOf(first));
      expect(await known()).toMatchObject({ settled: null, deadline: null, nextAt: now });
      expect(kicks).toBe(2);
    });

    it.each(['confirmed', 'superseded'] as const)(
      'leaves what is %s, and tells it again',
      async (outcome) => {
        await door.release(released(forUs));
        await write((d) => settle(d, outcome, {}, now));
        await door.retry(retryOf(first));
        expect((await known())?.settled?.outcome).toBe(outcome);
        expect(await told()).toContain(`${first}:settled:1`);
      },
    );

    it('tries at once what waits', async () => {
      await door.release(released(forUs));
      await write((d) => ({ ...d, nextAt: '2026-11-23T12:00:00.000Z', tries: 3 }));
      await door.retry(retryOf(first));
      expect(await known()).toMatchObject({ nextAt: now, tries: 3 });
    });

    it('does nothing for what it never had', async () => {
      await door.retry(retryOf(first));
      expect([await docs.get(publication), kicks]).toEqual([null, 0]);
      await door.release(released(forUs));
      await door.retry(retryOf(`${publication}:7:${channel}:publish`));
      expect((await docs.get(publication))?.deliveries).toHaveLength(1);
    });
  });

  describe('when the far end says that something moved', () => {
    it('looks now at what is open and would be looked at later', async () => {
      await door.release(released(forUs));
      await write((d) => ({ ...d, nextAt: '2026-11-23T12:00:00.000Z' }));
      await door.sighted(publication);
      expect([(await known())?.nextAt, kicks]).toEqual([now, 2]);
    });

    it('leaves what is due already, and what is at rest', async () => {
      await door.release(released(forUs));
      const before = '2026-11-23T07:00:00.000Z';
      await write((d) => ({ ...d, nextAt: before }));
      await door.sighted(publication);
      expect((await known())?.nextAt).toBe(before);
      await write((d) => ({ ...settle(d, 'confirmed', {}, now), nextAt: '2026-11-23T12:00:00.000Z' }));
      await door.sighted(publication);
      expect((await known())?.nextAt).toBe('2026-11-23T12:00:00.000Z');
    });

    it('knows nothing of a publication it never had', async () => {
      await door.sighted(publication);
      expect([await docs.get(publication), kicks]).toEqual([null, 0]);
    });
  });
});
