import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands, commandSubject, type Envelope } from '@towncrier/contracts';
import { openSqliteStore, type Collection, type Store } from '@towncrier/storage';
import { createMetrics } from '@towncrier/telemetry';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BrokerUnavailable, type Broker } from './broker.ts';
import { consume } from './consume.ts';
import { connectBroker, type JetStreamBroker } from './jetstream.broker.ts';
import { withEvents } from './outbox.append.ts';
import { OutboxRelay, type RelayOptions } from './outbox.relay.ts';
import { outboxFields, type WithOutbox } from './outbox.ts';
import { at, idOf, KeptLog, sampleEvent, silent, until } from './testing/house.sample.ts';
import { startNats, type NatsServer } from './testing/nats-server.ts';

type Notice = WithOutbox & { readonly words: string };
const schema = z.object({
  _id: z.string(),
  version: z.int(),
  words: z.string(),
  ...outboxFields,
});
const subject = commandSubject('outbox');
const entries = (...ids: string[]) => ids.map((id) => ({ subject, envelope: sampleEvent(id, 'outbox') }));
const notice = (id: string, ...events: string[]): Omit<Notice, 'version'> =>
  withEvents({ _id: id, words: 'first', outbox: [], outboxAt: null }, entries(...events), at);

describe('the outbox', () => {
  let folder: string;
  let store: Store;
  let notices: Collection<Notice>;
  let relay: OutboxRelay<Notice> | undefined;
  let turn = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-outbox-'));
    store = await openSqliteStore(folder);
  });
  beforeEach(async () => {
    notices = await store.collection({
      name: `notices_${(turn += 1)}`,
      schemaVersion: 1,
      schema,
      indexes: [['outboxAt']],
    });
  });
  afterEach(async () => {
    await relay?.stop();
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const start = (broker: Pick<Broker, 'publish'>, more: Partial<RelayOptions<Notice>> = {}): void => {
    relay = new OutboxRelay({ collection: notices, broker, log: silent, ...more });
    relay.start();
  };
  const empty = (): Promise<boolean> => notices.count({ outboxAt: { gt: '' } }).then((n) => n === 0);

  /** Takes what it is given, unless `refuses` says otherwise. */
  class Taker {
    readonly taken: string[] = [];
    constructor(private readonly refuses: (id: string) => boolean = () => false) {}
    async publish(
      _subject: string,
      envelope: Envelope<unknown>,
    ): Promise<{ stream: string; sequence: number; duplicate: boolean }> {
      await sleep(1);
      if (this.refuses(envelope.id)) throw new BrokerUnavailable(`does not take ${envelope.id}`);
      this.taken.push(envelope.id);
      return { stream: 's', sequence: this.taken.length, duplicate: false };
    }
  }

  it('of one document is emptied in order, right after a kick', async () => {
    const taker = new Taker();
    start(taker, { sweepMs: 60_000 });
    await notices.insert(notice('one', 'a', 'b', 'c'));
    relay?.kick();
    await until(empty);
    expect(taker.taken).toEqual(['a', 'b', 'c']);
    expect(await notices.get('one')).toMatchObject({ outbox: [], outboxAt: null, words: 'first' });
  });

  it('is found by the sweep though nobody kicked', async () => {
    const taker = new Taker();
    start(taker, { sweepMs: 30 });
    await notices.insert(notice('one', 'a'));
    await until(empty);
    expect(taker.taken).toEqual(['a']);
  });

  it('of one that the broker refuses holds up no other, and keeps what comes after it in order', async () => {
    let refusing = true;
    const taker = new Taker((id) => refusing && id === 'stuck');
    for (let i = 0; i < 250; i += 1) await notices.insert(notice(`n${String(i).padStart(3, '0')}`, `e${i}`));
    await notices.insert(notice('bad', 'fine', 'stuck', 'later'));
    start(taker);
    await until(() => taker.taken.length >= 251);
    expect(taker.taken).not.toContain('later');
    expect((await notices.get('bad'))?.outbox.map((e) => e.envelope.id)).toEqual(['stuck', 'later']);

    refusing = false;
    await until(empty);
    expect(taker.taken.slice(-2)).toEqual(['stuck', 'later']);
  });

  it('keeps what an editor saved while an event was on its way', async () => {
    await notices.insert(notice('one', 'a'));
    const taker = new Taker();
    const meanwhile: Pick<Broker, 'publish'> = {
      publish: async (to, envelope) => {
        const doc = (await notices.get('one')) as Notice;
        if (envelope.id === 'a')
          await notices.replace({ ...withEvents(doc, entries('b'), at), words: 'second' }, doc.version);
        return taker.publish(to, envelope);
      },
    };
    start(meanwhile);
    await until(empty);
    expect(taker.taken).toEqual(['a', 'b']);
    expect((await notices.get('one'))?.words).toBe('second');
  });

  it('says once that it waits, not at every attempt, and tells how many wait', async () => {
    const log = new KeptLog();
    const metrics = createMetrics('hub');
    for (let i = 0; i < 40; i += 1) await notices.insert(notice(`n${i}`, `e${i}`));
    start(new Taker(() => true), { log, metrics, sweepMs: 5 });
    await sleep(700);
    expect(log.lines).toHaveLength(1);
    expect(await metrics.render()).toContain('towncrier_outbox_waiting{service="hub"} 40');
  });

  it('stays in the store when the service stops with the broker away, and goes out at the next start', async () => {
    await notices.insert(notice('one', 'a'));
    start(new Taker(() => true));
    await relay?.stop();
    const taker = new Taker();
    start(taker);
    await until(empty);
    expect(taker.taken).toEqual(['a']);
  });

  it('is emptied once more when the service stops', async () => {
    const taker = new Taker();
    start(taker, { sweepMs: 60_000 });
    await relay?.idle();
    await notices.insert(notice('one', 'a'));
    await relay?.stop();
    expect(taker.taken).toEqual(['a']);
  });

  describe('with a real broker', () => {
    let nats: NatsServer;
    let broker: JetStreamBroker;
    beforeAll(async () => {
      nats = await startNats();
      broker = await connectBroker({ url: nats.url, service: 'hub', log: silent });
    });
    afterAll(async () => {
      await broker.close();
      await nats.remove();
    });

    it('loses nothing and doubles nothing while the broker is away for three seconds under load, with two relays at work', async () => {
      const heard: string[] = [];
      const loop = await consume({
        broker,
        stream: commands.stream,
        subject,
        durable: 'outbox_commands',
        slots: 16,
        handle: async (raw) => {
          heard.push(idOf(raw));
        },
      });
      start(broker, { sweepMs: 50 });
      const second = new OutboxRelay({ collection: notices, broker, log: silent, sweepMs: 70 });
      second.start();
      const wanted: string[] = [];
      const saving = (async () => {
        for (let i = 0; i < 200; i += 1) {
          const ids = [`d${i}-1`, `d${i}-2`];
          await notices.insert(notice(`d${i}`, ...ids));
          wanted.push(...ids);
          relay?.kick();
          await sleep(20);
        }
      })();
      await sleep(500);
      await nats.kill();
      await sleep(3000);
      await nats.start();
      await saving;
      await until(empty);
      await until(() => new Set(heard).size === wanted.length);
      await second.stop();
      await loop.close();

      const { manager } = await broker.ready();
      const stored = (await manager.streams.info(commands.stream, { subjects_filter: subject })).state
        .subjects?.[subject];
      expect(stored).toBe(wanted.length);
      for (let i = 0; i < 200; i += 1) expect(heard.indexOf(`d${i}-1`)).toBeGreaterThanOrEqual(0);
    }, 40_000);
  });
});
