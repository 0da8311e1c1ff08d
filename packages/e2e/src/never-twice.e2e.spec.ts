import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failpoint, Town, waterNotice } from './town.ts';

describe('never twice', () => {
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

  it('though every channel is killed between sent and recorded', async () => {
    const names = town.channels.map((c) => `channel-${c}`);
    for (const name of names) await town.restart(name, failpoint('die-after-answer'));
    const p = await town.publish(waterNotice('灵泉东路'));
    await Promise.all(names.map((name) => town.process(name).ended()));
    await Promise.all(names.map((name) => town.restart(name)));
    await town.complete(p);
    expect(await town.counts(p.id)).toEqual(usual);
  });

  it('at none of two accounts, though their channel is killed between sent and recorded', async () => {
    const none = { organisations: [], venues: [], groups: [], targets: [] };
    const audience = { scope: 'some', of: { ...none, areas: ['532502000000'] } };
    await town.restart('channel-wechat', failpoint('die-after-answer'));
    const p = await town.publish({ ...waterNotice('西中路'), audience });
    await town.process('channel-wechat').ended();
    await town.restart('channel-wechat');
    await town.complete(p);
    const articles = await town.shown('wechat', p.id);
    expect(articles.map((s) => s.target).toSorted()).toEqual(['lingquan', 'meili-kaiyuan']);
  });

  it('though the far end accepts and never answers', async () => {
    for (const channel of ['wechat', 'weibo', 'sms'])
      await town.fault(channel, { kind: 'hang-after-accept', times: 1 });
    const p = await town.publish(waterNotice('东风路'));
    await town.complete(p);
    expect(await town.counts(p.id)).toEqual(usual);
  });

  it('though an operator asks again for what is done', async () => {
    const p = await town.publish(waterNotice('建设路'));
    const { rows } = await town.complete(p);
    for (const row of rows)
      await town.operator
        .call('POST', `/api/v1/monitor/deliveries/${encodeURIComponent(row.delivery)}/retry`, {})
        .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await town.counts(p.id)).toEqual(usual);
  });

  it('and a slow first edition never comes after its correction', async () => {
    await town.fault('wechat', { kind: 'busy', times: 1 });
    const first = await town.publish(waterNotice('环城东路'));
    const corrected = await town.correct(first, waterNotice('环城西路'));
    await town.complete(corrected);
    const articles = (await town.shown('wechat', first.id)).filter((s) => s.visible);
    expect(articles.map((s) => s.text.includes('环城西路'))).toEqual([true]);
  });

  it('and a withdrawal during sending leaves nothing behind', async () => {
    await town.fault('wechat', { kind: 'busy', times: 1 });
    const p = await town.publish(waterNotice('解放路'));
    const withdrawn = await town.withdraw(p);
    const board = await town.complete(withdrawn);
    expect(board.rows.filter((r) => r.operation === 'withdraw').every((r) => r.state === 'confirmed')).toBe(
      true,
    );
    expect((await town.shown('wechat', p.id)).filter((s) => s.visible)).toEqual([]);
    expect((await town.shown('led', p.id)).filter((s) => s.visible && !s.text.includes('撤回'))).toEqual([]);
  });
});
