import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './hub.client.ts';
import { Town, waterNotice } from './town.ts';

describe('the end of a notice', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.start();
  });
  afterAll(async () => {
    await town.stop();
  });

  /** Everything that ever came to a far end, visible or not, by channel; channels that got nothing are missing. */
  const heard = async (id: string): Promise<Record<string, number>> =>
    Object.fromEntries(Object.entries(await town.counts(id)).filter(([, count]) => count > 0));

  it('is told to nobody where only the site had it', async () => {
    const p = await town.publish({ ...waterNotice('灵泉东路'), channels: ['website'] });
    await town.complete(p);
    await town.complete(await town.withdraw(p));
    expect(Object.keys(await heard(p.id))).toEqual(['website']);
    expect(await (await fetch(p.page)).text()).toContain('撤回');
  });

  it('of a correction is told to nobody either, who never had the notice', async () => {
    const p = await town.publish({ ...waterNotice('建设路'), channels: ['website', 'wechat'] });
    await town.complete(p);
    const corrected = await town.correct(p, waterNotice('建设路', '时间顺延。'));
    await town.complete(corrected);
    await town.complete(await town.withdraw(corrected));
    expect(Object.keys(await heard(p.id)).toSorted()).toEqual(['website', 'wechat']);
  });

  it('by its own time is silent: no message, no post, no item on a screen', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const p = await town.publish({ ...waterNotice('人民中路'), schedule: { expiresAt } });
    const before = await eventually(async () => {
      const { sms = 0, weibo = 0 } = await heard(p.id);
      return sms > 0 && weibo > 0 ? { sms, weibo } : undefined;
    }, 'nobody heard of it');
    await eventually(
      async () => (await town.editor.get(p.id)).state === 'expired',
      'did not expire',
      120_000,
    );
    const ended = async (): Promise<boolean> => {
      const { rows } = await town.editor.board(p.id);
      const ends = rows.filter(({ operation }) => operation === 'withdraw');
      return ends.length === town.channels.length && ends.every(({ state }) => state === 'confirmed');
    };
    await eventually(ended, async () => JSON.stringify((await town.editor.board(p.id)).rows), 90_000);
    const { sms, weibo } = await heard(p.id);
    expect({ sms, weibo }).toEqual(before);
    expect((await town.shown('led', p.id)).filter(({ visible }) => visible)).toEqual([]);
  });

  it('is texted to nobody where the provider took no message at all', async () => {
    // one call for each route
    await town.fault('sms', { kind: 'refuse', times: 2 });
    const p = await town.publish({ ...waterNotice('环城东路'), channels: ['website', 'sms'] });
    const rowOf = async (operation: string): Promise<string | undefined> =>
      (await town.editor.board(p.id)).rows.find((r) => r.channel === 'sms' && r.operation === operation)
        ?.state;
    await eventually(async () => (await rowOf('publish')) === 'refused', 'sms was not refused');
    await town.withdraw(p);
    await eventually(async () => (await rowOf('withdraw')) === 'confirmed', 'its withdrawal did not settle');
    expect(await town.shown('sms', p.id)).toEqual([]);
  });
});
