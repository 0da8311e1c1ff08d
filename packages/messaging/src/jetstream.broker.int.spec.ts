import { randomBytes } from 'node:crypto';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import {
  announcementTtlMs,
  channelDirectory,
  commands,
  commandSubject,
  pictureShelf,
  releases,
  streams,
} from '@towncrier/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { BrokerUnavailable, NoAnswer } from './broker.ts';
import { connectBroker, type BrokerOptions, type JetStreamBroker } from './jetstream.broker.ts';
import { at, KeptLog, sampleEvent, silent, until } from './testing/house.sample.ts';
import { startNats, type NatsServer, type NatsServerOptions } from './testing/nats-server.ts';

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function server(options: NatsServerOptions = {}): Promise<NatsServer> {
  const nats = await startNats(options);
  ending.push(() => nats.remove());
  return nats;
}
async function service(nats: NatsServer, more: Partial<BrokerOptions> = {}): Promise<JetStreamBroker> {
  const broker = await connectBroker({ url: nats.url, service: 'test', log: silent, ...more });
  ending.push(() => broker.close());
  return broker;
}

describe('a connection to the broker', () => {
  it('waits for a broker that comes later, and says so', async () => {
    const nats = await server({ started: false });
    const log = new KeptLog();
    const coming = connectBroker({ url: nats.url, service: 'test', log });
    await until(() => log.text().includes('waiting for the broker'));
    await nats.start();
    const broker = await coming;
    expect(broker.connected).toBe(true);
    await broker.close();
  });

  it('comes up without a broker where it may, refuses work in words, and works once it is there', async () => {
    const nats = await server({ started: false });
    const broker = await service(nats, { lazy: true });
    await expect(broker.publish(commandSubject('sms'), sampleEvent('a'))).rejects.toBeInstanceOf(
      BrokerUnavailable,
    );
    await nats.start();
    await until(() => broker.connected);
    await expect(broker.publish(commandSubject('sms'), sampleEvent('a'))).resolves.toMatchObject({
      stream: commands.stream,
      sequence: 1,
      duplicate: false,
    });
  });

  it('signs in with what its address names, and logs none of it', async () => {
    const nats = await server({ config: 'authorization { user: "hub", password: "p@ss:word" }' });
    const log = new KeptLog();
    const broker = await service(nats, { url: nats.url.replace('nats://', 'nats://hub:p%40ss:word@'), log });
    expect(broker.connected).toBe(true);
    expect(log.text()).not.toContain('word');
  });

  it('warns of a broker that would refuse large notices', async () => {
    const nats = await server({ config: 'max_payload: 1MB' });
    const log = new KeptLog();
    await service(nats, { log });
    expect(log.text()).toContain('set max_payload to 8MB');
  });
});

describe('an event that is told again because nobody knows whether it was stored', () => {
  it('is stored once', async () => {
    const broker = await service(await server());
    expect(await broker.publish(commandSubject('sms'), sampleEvent('a'))).toMatchObject({ duplicate: false });
    expect(await broker.publish(commandSubject('sms'), sampleEvent('a'))).toMatchObject({
      sequence: 1,
      duplicate: true,
    });
  });

  it.each([
    ['purged', (manager: JetStreamManager) => manager.streams.purge(commands.stream)],
    [
      'lost that one message',
      (manager: JetStreamManager) => manager.streams.deleteMessage(commands.stream, 2),
    ],
  ])('is stored anew where the stream was %s by hand', async (_how, lose) => {
    const broker = await service(await server());
    for (const id of ['a', 'b', 'c']) await broker.publish(commandSubject('sms'), sampleEvent(id));
    const { manager } = await broker.ready();
    await lose(manager);

    expect(await broker.publish(commandSubject('sms'), sampleEvent('b'))).toMatchObject({
      sequence: 4,
      duplicate: false,
    });
    expect(await broker.last(commands.stream, commandSubject('sms'))).toMatchObject({ id: 'b' });
    expect(await broker.publish(commandSubject('sms'), sampleEvent('b'))).toMatchObject({ duplicate: true });
    await manager.streams.purge(commands.stream);
    expect(await broker.publish(commandSubject('sms'), sampleEvent('b'))).toMatchObject({ duplicate: false });
  });
});

describe('provisioning', () => {
  it('makes every stream of the contracts so that nothing is dropped in silence', async () => {
    const broker = await service(await server());
    const { manager } = await broker.ready();
    for (const { stream, subjects, maxAgeDays } of streams) {
      const { config } = await manager.streams.info(stream);
      expect(config).toMatchObject({
        subjects,
        retention: 'limits',
        discard: 'new',
        storage: 'file',
        max_age: maxAgeDays * 86_400e9,
        max_msg_size: 8 * 1024 ** 2,
        duplicate_window: 600e9,
        num_replicas: 1,
      });
    }
  });

  it('takes less room where the broker has little, and still comes up the next time', async () => {
    const nats = await server({ jetstream: 'max_file_store: 1GB' });
    const broker = await service(nats);
    for (const { stream } of streams)
      expect((await (await broker.ready()).manager.streams.info(stream)).config.max_bytes).toBeLessThan(
        1024 ** 3,
      );
    await broker.provision();
    await expect(broker.publish(commandSubject('sms'), sampleEvent('a'))).resolves.toMatchObject({
      sequence: 1,
    });
  });

  it('puts right what differs, and leaves larger what an operator made larger', async () => {
    const nats = await server();
    const broker = await service(nats);
    const { manager } = await broker.ready();
    const { config, created } = await manager.streams.info(releases.stream);
    await manager.streams.update(releases.stream, { ...config, max_bytes: 5 * 1024 ** 3, max_age: 3600e9 });
    await broker.provision();
    const found = await manager.streams.info(releases.stream);
    expect(found.config).toMatchObject({ max_bytes: 5 * 1024 ** 3, max_age: releases.maxAgeDays * 86_400e9 });
    expect(found.created).toBe(created);
  });

  it('by seven services at once makes everything once', async () => {
    const nats = await server();
    const brokers = await Promise.all(Array.from({ length: 7 }, () => service(nats)));
    expect(brokers.every((b) => b.connected)).toBe(true);
    const plain = await connect({ servers: nats.url });
    const names = (await (await jetstreamManager(plain)).streams.list().next()).map((s) => s.config.name);
    await plain.close();
    const buckets = [channelDirectory, pictureShelf].map((bucket) => `KV_${bucket}`);
    expect(names.toSorted()).toEqual([...streams.map((s) => s.stream), ...buckets].toSorted());
  });
});

describe('the broker', () => {
  it('stores an event once, however often it is published', async () => {
    const broker = await service(await server());
    expect(await broker.publish(commandSubject('sms'), sampleEvent('a'))).toEqual({
      stream: commands.stream,
      sequence: 1,
      duplicate: false,
    });
    expect(await broker.publish(commandSubject('sms'), sampleEvent('a'))).toEqual({
      stream: commands.stream,
      sequence: 1,
      duplicate: true,
    });
    expect(await broker.last(commands.stream, commandSubject('sms'))).toEqual(
      JSON.parse(JSON.stringify(sampleEvent('a'))),
    );
  });

  it('carries large questions and answers', async () => {
    const nats = await server();
    const [asker, answerer] = [await service(nats), await service(nats)];
    await answerer.answer('large', async (question) => ({
      heard: (question as { text: string }).text.length,
      back: 'x'.repeat(7_000_000),
    }));
    const answer = (await asker.ask('large', { text: '告'.repeat(2_500_000) }, 10_000)) as {
      heard: number;
      back: string;
    };
    expect([answer.heard, answer.back.length]).toEqual([2_500_000, 7_000_000]);
  });

  it('says in words that nobody answers', async () => {
    const broker = await service(await server());
    await expect(broker.ask('nobody', {}, 500)).rejects.toBeInstanceOf(NoAnswer);
    await broker.answer('broken', () => Promise.reject(new Error('cannot render')));
    await expect(broker.ask('broken', {}, 300)).rejects.toBeInstanceOf(NoAnswer);
  });

  it('keeps bytes on a shelf by their name', async () => {
    const broker = await service(await server());
    const shelf = await broker.shelf(pictureShelf);
    const [name, bytes] = ['a'.repeat(64), randomBytes(200_000)];
    expect(await shelf.get(name)).toBeNull();
    await shelf.put(name, bytes);
    await shelf.put(name, bytes);
    expect(Buffer.from((await shelf.get(name)) ?? []).equals(bytes)).toBe(true);
  });

  it('lists in a directory who announced himself lately, and forgets who went', async () => {
    let now = Date.now();
    const broker = await service(await server(), { clock: () => new Date(now) });
    const directory = await broker.directory(channelDirectory, announcementTtlMs);
    expect(await directory.list()).toEqual([]);
    await directory.put('sms', { at });
    await directory.put('led', { at });
    await directory.remove('led');
    expect(await directory.list()).toEqual([{ key: 'sms', value: { at } }]);
    now += announcementTtlMs + 5000;
    expect(await directory.list()).toEqual([]);
  });
});
