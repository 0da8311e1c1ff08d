import { setTimeout as sleep } from 'node:timers/promises';
import { releases, releaseSubject } from '@towncrier/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type Publication } from './hub.client.ts';
import { hubVoiceOf } from './hub.voice.ts';
import { Town, waterNotice } from './town.ts';

const dot = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('never lost', () => {
  let town: Town;
  let usual: Record<string, number>;
  beforeAll(async () => {
    town = await Town.start();
    const ordinary = await town.publish(waterNotice('人民路'));
    await town.complete(ordinary);
    usual = await town.counts(ordinary.id);
  });
  afterAll(async () => {
    await town.stop();
  });

  it('though the hub dies between saving and relaying', async () => {
    const approved = await town.approved(waterNotice('灵泉东路'));
    town.process('nats').kill('SIGSTOP');
    const p = await town.editor.act(approved, 'publish');
    await town.kill('hub');
    town.process('nats').kill('SIGCONT');
    await town.restart('hub');
    await town.complete(p);
    expect(await town.counts(p.id)).toEqual(usual);
  });

  it('though the broker is away for ten seconds under load', async () => {
    const ready: Publication[] = [];
    for (let i = 0; i < 6; i += 1) ready.push(await town.approved(waterNotice(`第${i + 1}大道`)));
    const publishing = (async () => {
      const out: Publication[] = [];
      for (const p of ready) {
        out.push(await town.editor.act(p, 'publish'));
        await sleep(1500);
      }
      return out;
    })();
    await sleep(1000);
    await town.kill('nats');
    await sleep(10_000);
    await town.restart('nats');
    for (const p of await publishing) {
      await town.complete(p);
      expect(await town.counts(p.id)).toEqual(usual);
    }
  });

  it('though the broker loses its disk, and the pictures on it', async () => {
    const { source, ...around } = waterNotice('东风路');
    const picture = `<img src="data:image/gif;base64,${dot}" alt="停水范围">`;
    const approved = await town.approved({ ...around, format: 'html', source: `<p>${source}</p>${picture}` });
    await town.kill('channel-website');
    const p = await town.editor.act(approved, 'publish');
    await eventually(
      async () =>
        (await town.editor.board(p.id)).rows.filter((r) => r.state === 'confirmed').length ===
        town.channels.length - 1,
      'the other channels did not finish',
    );
    await town.kill('nats');
    await town.wipeBroker();
    await town.restart('nats');
    await town.restart('channel-website');
    await town.complete(p);
    expect(await town.counts(p.id)).toEqual(usual);
  });

  it('and the same event told twice is one delivery', async () => {
    const p = await town.publish(waterNotice('建设路'));
    await town.complete(p);
    const broker = await hubVoiceOf(town);
    const again = await broker.last(releases.stream, releaseSubject('normal'));
    await broker.publish(releaseSubject('normal'), { ...again, id: `${again.id}:told-twice` });
    await broker.close();
    await sleep(2000);
    expect(await town.counts(p.id)).toEqual(usual);
  });

  it('and an event that cannot be read goes to the dead letters, and the next one is carried', async () => {
    const broker = await hubVoiceOf(town);
    const nonsense = {
      specversion: '1.0',
      id: 'nonsense-1',
      type: 'towncrier.edition-released.v1',
      source: '/e2e',
      subject: 'x',
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      data: { lane: 'sideways' },
    } as const;
    await broker.publish(releaseSubject('normal'), nonsense);
    await broker.close();
    const p = await town.publish(waterNotice('解放路'));
    await town.complete(p);
    const letters = await eventually(async () => {
      const { items } = (await town.operator.call('GET', '/api/v1/monitor/dead-letters')) as {
        items: { service: string; cause: string }[];
      };
      return items.length >= town.channels.length ? items : undefined;
    }, 'no dead letters');
    expect(letters.every((l) => l.cause.includes('lane'))).toBe(true);
  });
});
