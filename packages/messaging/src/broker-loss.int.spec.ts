import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { announcementTtlMs, channelDirectory, commands, commandSubject, streams } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokerUnavailable } from './broker.ts';
import { consume, type Consumption } from './consume.ts';
import { connectBroker, type JetStreamBroker } from './jetstream.broker.ts';
import { idOf, sampleEvent, silent, until } from './testing/house.sample.ts';
import { startNats, type NatsServer } from './testing/nats-server.ts';

const subject = commandSubject('sms');

describe('a service outlives its broker', () => {
  let nats: NatsServer;
  let folder: string;
  let broker: JetStreamBroker;
  let loop: Consumption | undefined;
  let seen: string[];
  beforeEach(async () => {
    nats = await startNats();
    folder = await mkdtemp(join(tmpdir(), 'towncrier-memory-'));
    broker = await open();
    seen = [];
    loop = await listen();
  });
  afterEach(async () => {
    await loop?.close(100);
    await broker.close();
    await nats.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const open = (): Promise<JetStreamBroker> =>
    connectBroker({
      url: nats.url,
      service: 'channel-sms',
      log: silent,
      memory: join(folder, 'broker.json'),
    });
  const listen = (): Promise<Consumption> =>
    consume({
      broker,
      stream: commands.stream,
      subject,
      durable: 'sms_commands',
      slots: 4,
      handle: async (raw) => {
        seen.push(idOf(raw));
      },
      log: silent,
    });
  const say = (id: string): Promise<unknown> => broker.publish(subject, sampleEvent(id));

  it('that restarts in order', async () => {
    await say('before');
    await until(() => seen.length === 1);
    await nats.stop();
    await until(() => !broker.connected);
    await nats.start();
    await until(() =>
      say('after').then(
        () => true,
        () => false,
      ),
    );
    await until(() => seen.includes('after'));
    expect(seen).toEqual(['before', 'after']);
  });

  it('that is killed again and again', async () => {
    const wanted: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const id = `round-${round}`;
      await until(() =>
        say(id).then(
          () => true,
          () => false,
        ),
      );
      wanted.push(id);
      await nats.kill();
      await sleep(200);
      await nats.start();
    }
    await until(() => wanted.every((id) => seen.includes(id)));
    expect(new Set(seen)).toEqual(new Set(wanted));
  });

  it('that refuses work while it is away, in words', async () => {
    await nats.kill();
    await until(() => !broker.connected);
    await expect(say('lost')).rejects.toBeInstanceOf(BrokerUnavailable);
    await expect(broker.ask('nobody', {}, 100)).rejects.toBeInstanceOf(BrokerUnavailable);
  });

  it('that comes back empty: streams, durables and directory are there again, and whoever told something hears that it must be told again', async () => {
    const reborn: string[] = [];
    broker.onRebirth((names) => reborn.push(...names));
    const directory = await broker.directory(channelDirectory, announcementTtlMs);
    await directory.put('sms', { id: 'sms' });
    await say('before');
    await until(() => seen.length === 1);

    await nats.wipe();
    await nats.start();
    await until(() => reborn.length > 0);

    expect(reborn.toSorted()).toEqual(streams.map((s) => s.stream).toSorted());
    expect(await directory.list()).toEqual([]);
    await directory.put('sms', { id: 'sms' });
    expect(await directory.list()).toEqual([{ key: 'sms', value: { id: 'sms' } }]);
    await say('before');
    await say('after');
    await until(() => seen.length === 3);
    expect(seen.toSorted()).toEqual(['after', 'before', 'before']);
  });

  it('that came back empty while the service was down', async () => {
    await loop?.close(100);
    await broker.close();
    await nats.wipe();
    await nats.start();
    broker = await open();
    const reborn: string[] = [];
    broker.onRebirth((names) => reborn.push(...names));
    expect(reborn.toSorted()).toEqual(streams.map((s) => s.stream).toSorted());

    await broker.close();
    broker = await open();
    const again: string[] = [];
    broker.onRebirth((names) => again.push(...names));
    expect(again).toEqual([]);
  });

  it('whose listener began with what is new, and gets all that is told again', async () => {
    await loop?.close(100);
    const fresh: string[] = [];
    loop = await consume({
      broker,
      stream: commands.stream,
      subject: commandSubject('led'),
      durable: 'led_commands',
      slots: 1,
      deliver: 'new',
      handle: async (raw) => {
        fresh.push(idOf(raw));
      },
      log: silent,
    });
    const told = Promise.withResolvers<void>();
    // at the first moment that the stream is there again
    broker.onRebirth(
      () =>
        void broker
          .ready()
          .then(({ client }) =>
            client.publish(commandSubject('led'), JSON.stringify(sampleEvent('again', 'led'))),
          )
          .then(() => told.resolve(), told.reject),
    );
    await nats.wipe();
    await nats.start();
    await told.promise;
    await until(() => fresh.includes('again'));
  });
});
