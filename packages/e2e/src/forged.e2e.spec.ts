import { setTimeout as sleep } from 'node:timers/promises';
import { releases, releaseSubject, type Envelope } from '@towncrier/contracts';
import { connectBroker, type JetStreamBroker } from '@towncrier/messaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './hub.client.ts';
import { hubVoiceOf, stewardOf } from './hub.voice.ts';
import { Town, waterNotice } from './town.ts';

interface Letter {
  readonly service: string;
  readonly cause: string;
}

describe('what the hub did not let go out', () => {
  let town: Town;
  let steward: JetStreamBroker;
  let released: Envelope<unknown>;
  beforeAll(async () => {
    town = await Town.start();
    await town.complete(await town.publish(waterNotice('人民路')));
    steward = await stewardOf(town);
    released = await steward.last(releases.stream, releaseSubject('normal'));
  });
  afterAll(async () => {
    await steward.close();
    await town.stop();
  });

  /** The same release as of another publication: what no far end knows, it would show. */
  const copy = (id: string): Envelope<unknown> =>
    JSON.parse(JSON.stringify(released).replaceAll(released.subject, id)) as Envelope<unknown>;
  const letters = async (): Promise<readonly Letter[]> =>
    ((await town.operator.call('GET', '/api/v1/monitor/dead-letters')) as { items: readonly Letter[] }).items;
  const refusedByAll = async (cause: string): Promise<void> => {
    const readers = [...town.channels.map((id) => `channel-${id}`), 'monitor'].toSorted();
    await eventually(
      async () => {
        const from = (await letters()).filter((letter) => letter.cause.includes(cause));
        return JSON.stringify(from.map(({ service }) => service).toSorted()) === JSON.stringify(readers);
      },
      async () => JSON.stringify(await letters()),
    );
  };

  it('as no signature says it did, is acted on by no channel, and every one of them says why', async () => {
    await steward.publish(releaseSubject('normal'), copy('F0RGED01'));
    await refusedByAll('没有签名');
    expect(await town.counts('F0RGED01')).toEqual(await town.counts('N0NE0000'));
  });

  it('as its words are not those that were signed, is acted on by no channel', async () => {
    const hub = await hubVoiceOf(town);
    const signed = copy('F0RGED02');
    const altered = { ...signed, data: { ...(signed.data as object), lane: 'urgent' } };
    const [subject, body] = [releaseSubject('normal'), new TextEncoder().encode(JSON.stringify(signed))];
    await steward.store(subject, altered, hub.signed(subject, body));
    await hub.close();
    await refusedByAll('与签名不符');
    expect(await town.counts('F0RGED02')).toEqual(await town.counts('N0NE0000'));
  });

  it('as a stranger says it, does not even get into the stream', async () => {
    const address = new URL(town.stack.natsUrl);
    const thief = connectBroker({
      url: `nats://channel-sms:guessed@${address.host}`,
      service: 'channel-sms',
      log: { info: () => undefined, warn: () => undefined },
    });
    const entered = thief.then(() => 'in').catch(() => 'refused');
    expect(await Promise.race([entered, sleep(3000, 'still out')])).not.toBe('in');
    void thief.then((broker) => broker.close()).catch(() => undefined);
    await town.complete(await town.publish(waterNotice('解放路')));
  });
});
