import { nobody, type Audience, type Target } from '@towncrier/contracts';
import { addTarget, changeTarget, ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import type { Shown } from '@towncrier/channel-testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;
const open = () => ChannelLab.open(channel, twin, { environment });
type Lab = Awaited<ReturnType<typeof open>>;

const [main, lingquan, schools] = ['meili-kaiyuan', 'lingquan', 'jiaoyu'] as const;
const streetOnly: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };
const here = sampleEdition();
const corrected = sampleEdition({
  edition: 2,
  content: { title: '关于灵泉西路停水检修的通知' },
  corrects: { edition: 1, reason: '路名有误' },
});

describe('official accounts', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const shown = (): Promise<readonly Shown[]> => lab.twin.shown(here.publication);
  /** Who shows it now, each account as often as it does. */
  const stands = async (): Promise<readonly string[]> =>
    (await shown()).filter((s) => s.visible).map((s) => s.target);
  /** For the street, of the street: its own account and the county's main one. */
  const ofTheStreet = { owner: 'kys-lq' };

  it('of a street alone get what is for the street alone', async () => {
    const rest = await lab.settled(await lab.release(here, { audience: streetOnly }));
    expect(rest.outcome).toBe('confirmed');
    expect(await stands()).toEqual([lingquan]);
  });

  it('are the own one and the main one, where nobody says for whom it is', async () => {
    const rest = await lab.settled(await lab.release(here, { owner: 'kys-jtj' }));
    expect(rest).toMatchObject({ outcome: 'confirmed', evidence: { parts: { shown: 2, of: 2 } } });
    expect(await stands()).toEqual([main, schools]);
  });

  it('of another organisation get nothing that their owner did not agree to, and nobody else does', async () => {
    const audience: Audience = { scope: 'some', of: { ...nobody, organisations: ['kys-jtj'] } };
    const rest = await lab.settled(await lab.release(here, { ...ofTheStreet, audience }));
    expect(rest.outcome).toBe('refused');
    expect(await shown()).toEqual([]);
  });

  it('get a notice once each, also when we die after the answer of the first one', async () => {
    const died = lab.crashOnNextAnswer();
    const delivery = await lab.release(here, ofTheStreet);
    await died;
    await lab.crashAndRestart();
    expect((await lab.settled(delivery)).outcome).toBe('confirmed');
    expect((await shown()).map((s) => s.target)).toEqual([main, lingquan]);
  });

  it('that cannot be called hold nobody up, are named, and are all that is repeated', async () => {
    await changeTarget(lab, 'lingquan', {}, { appSecret: 'not-the-right-secret' });
    const rest = await lab.settled(await lab.release(here, ofTheStreet));
    expect(rest).toMatchObject({
      outcome: 'failed',
      evidence: { parts: { shown: 1, of: 2, exceptions: [{ target: 'lingquan' }] } },
    });
    expect(rest.evidence.detail).toContain('灵泉街道：AppSecret 有误');
    expect(await stands()).toEqual([main]);

    // A secret put right holds from the next call on, without a restart.
    await changeTarget(lab, 'lingquan', {}, { appSecret: 'twin-secret-of-lingquan' });
    expect(await lab.retried(here, 'publish')).toMatchObject({ outcome: 'confirmed' });
    expect(await stands()).toEqual([main, lingquan]);
  });

  it('that were added since get no old news; corrections and withdrawals are for those that have it', async () => {
    await lab.settled(await lab.release(here));
    await changeTarget(lab, 'lingquan', { groups: ['主账号'] });
    await lab.settled(await lab.release(corrected));
    expect(await stands()).toEqual([main]);
    const rest = await lab.settled(await lab.withdraw(corrected));
    expect(rest.outcome).toBe('confirmed');
    expect(await stands()).toEqual([]);
    expect(new Set((await shown()).map((s) => s.target))).toEqual(new Set([main]));
  });

  it('that rest get nothing new, and lose what is withdrawn', async () => {
    await lab.settled(await lab.release(here, ofTheStreet));
    await changeTarget(lab, 'lingquan', { state: { is: 'paused', reason: '换人管理' } });
    expect((await lab.settled(await lab.withdraw(here))).outcome).toBe('confirmed');
    expect(await stands()).toEqual([]);
    const other = sampleEdition({ publication: 'BBBBBBBB' });
    await lab.settled(await lab.release(other, ofTheStreet));
    expect((await lab.twin.shown('BBBBBBBB')).map((s) => s.target)).toEqual([main]);
  });

  it.each([
    ['retired', { is: 'retired', on: '2026-11-28' } as const, '停用'],
    ['paused', { is: 'paused', reason: '换人管理' } as const, '换人管理'],
  ])('that are %s between two calls are not called', async (_is, state, words) => {
    lab.twin.fault({ kind: 'slow', times: 1, ms: 400 });
    const delivery = await lab.release(here, ofTheStreet);
    await changeTarget(lab, main, { state });
    const rest = await lab.settled(delivery);
    expect(await stands()).toEqual([lingquan]);
    expect(rest).toMatchObject({
      outcome: 'failed',
      evidence: { parts: { shown: 1, of: 2, exceptions: [{ target: main }] } },
    });
    expect(rest.evidence.detail).toContain(words);
  });

  it('that are retired are a person’s: everywhere else it is withdrawn', async () => {
    await lab.settled(await lab.release(here, ofTheStreet));
    await changeTarget(lab, 'lingquan', { state: { is: 'retired', on: '2026-11-28' } });
    const rest = await lab.settled(await lab.withdraw(here));
    expect(rest.outcome).toBe('failed');
    expect(rest.evidence.detail).toContain('灵泉街道：');
    expect(rest.evidence.detail).toContain('请人工撤下');
    expect(await stands()).toEqual([lingquan]);
  });

  it('that only the ledger remembers, and no register knows, are a person’s', async () => {
    const posting = { channel: 'wechat', edition: 1, target: 'long-gone', reference: 'article:a' };
    const rest = await lab.settled(await lab.withdraw(here, [posting]));
    expect(rest.outcome).toBe('failed');
    expect(rest.evidence.detail).toContain('登记簿里没有终端“long-gone”');
  });

  it('are told by what only they know, and nothing of it is said', async () => {
    const appId = 'wx9123456789abcdef';
    const { secrets: _own, ...target } = demonstration[1];
    const stranger: Target = { ...target, id: 'stranger', title: '陌生号', facts: { appId } };
    await addTarget(lab, stranger, { appSecret: 'a-secret-of-nobody' });
    const rest = await lab.settled(await lab.release(here, { audience: streetOnly }));
    expect(rest.evidence.detail).toContain('陌生号：AppID 有误');
    expect(await stands()).toEqual([lingquan]);
    const said = lab.logged.join('\n') + JSON.stringify(lab.broker.events);
    for (const { secrets } of demonstration)
      for (const secret of Object.values(secrets)) expect(said).not.toContain(secret);
    expect(said).not.toContain('a-secret-of-nobody');
  });
});
