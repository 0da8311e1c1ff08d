import type { Shown } from '@towncrier/channel-testkit';
import { changeTarget, ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { nobody, type Audience } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;
const open = () => ChannelLab.open(channel, twin, { environment });
type Lab = Awaited<ReturnType<typeof open>>;

const [main, lingquan] = ['meili-kaiyuan', 'lingquan'] as const;
const streetOnly: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };
/** Of the street, for everybody: its own account and the county's main one. */
const ofTheStreet = { owner: 'kys-lq' };
const here = sampleEdition();
const corrected = sampleEdition({
  edition: 2,
  content: { title: '关于灵泉西路停水检修的通知' },
  corrects: { edition: 1, reason: '路名有误' },
});

describe('accounts on Weibo', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  /** What each account posted, in its order: 1 the notice, 2 its correction, W that it is withdrawn. */
  const posted = async (): Promise<Readonly<Record<string, string>>> => {
    const by = Map.groupBy(await lab.twin.shown(here.publication), (s) => s.target);
    return Object.fromEntries([...by].map(([target, all]) => [target, all.map(kindOf).join('')]));
  };
  const kindOf = ({ text }: Shown): string =>
    text.includes('撤回') ? 'W' : text.includes('更正') ? '2' : '1';

  it('of a street alone get what is for the street alone', async () => {
    const rest = await lab.settled(await lab.release(here, { audience: streetOnly }));
    expect(rest.outcome).toBe('confirmed');
    expect(await posted()).toEqual({ [lingquan]: '1' });
    expect(rest.evidence.url).toContain('/1404376561/');
  });

  it('get a notice, its correction and its withdrawal once each, also when we die in between', async () => {
    const died = lab.crashOnNextAnswer();
    const delivery = await lab.release(here, ofTheStreet);
    await died;
    await lab.crashAndRestart();
    expect(await lab.settled(delivery)).toMatchObject({
      outcome: 'confirmed',
      evidence: { parts: { shown: 2, of: 2 } },
    });
    await lab.settled(await lab.release(corrected, ofTheStreet));
    expect((await lab.settled(await lab.withdraw(corrected))).outcome).toBe('confirmed');
    expect(await posted()).toEqual({ [main]: '12W', [lingquan]: '12W' });
  });

  it('that cannot be called hold nobody up, are named, and are all that is repeated', async () => {
    await changeTarget(lab, 'lingquan', {}, { accessToken: 'a-token-that-is-over' });
    const rest = await lab.settled(await lab.release(here, ofTheStreet));
    expect(rest).toMatchObject({
      outcome: 'failed',
      evidence: { parts: { shown: 1, of: 2, exceptions: [{ target: 'lingquan' }] } },
    });
    expect(rest.evidence.detail).toContain('灵泉街道：access_token 无效');
    expect(await posted()).toEqual({ [main]: '1' });

    // A token put right holds from the next call on, without a restart.
    await changeTarget(lab, 'lingquan', {}, { accessToken: demonstration[1].secrets.accessToken });
    expect(await lab.retried(here, 'publish')).toMatchObject({ outcome: 'confirmed' });
    expect(await posted()).toEqual({ [main]: '1', [lingquan]: '1' });
    expect(lab.logged.join() + JSON.stringify(lab.broker.events)).not.toContain('a-token-that-is-over');
  });

  it('that did not get the notice are not told of its withdrawal', async () => {
    await lab.settled(await lab.release(here));
    await changeTarget(lab, 'lingquan', { groups: ['主账号'] });
    await lab.settled(await lab.release(corrected));
    expect((await lab.settled(await lab.withdraw(corrected))).outcome).toBe('confirmed');
    expect(await posted()).toEqual({ [main]: '12W' });
  });

  it.each([
    ['retired', { is: 'retired', on: '2026-11-28' } as const, '停用'],
    ['paused', { is: 'paused', reason: '换人管理' } as const, '换人管理'],
  ])('that are %s between two calls are not called', async (_is, state, words) => {
    lab.twin.fault({ kind: 'slow', times: 1, ms: 400 });
    const delivery = await lab.release(here, ofTheStreet);
    await changeTarget(lab, main, { state });
    const rest = await lab.settled(delivery);
    expect(await posted()).toEqual({ [lingquan]: '1' });
    expect(rest).toMatchObject({
      outcome: 'failed',
      evidence: { parts: { shown: 1, of: 2, exceptions: [{ target: main }] } },
    });
    expect(rest.evidence.detail).toContain(words);
  });

  it('that are retired are a person’s: everywhere else people are told', async () => {
    await lab.settled(await lab.release(here, ofTheStreet));
    await changeTarget(lab, 'lingquan', { state: { is: 'retired', on: '2026-11-28' } });
    const rest = await lab.settled(await lab.withdraw(here));
    expect(rest.outcome).toBe('failed');
    expect(rest.evidence.detail).toContain('灵泉街道：');
    expect(await posted()).toEqual({ [main]: '1W', [lingquan]: '1' });
  });
});
