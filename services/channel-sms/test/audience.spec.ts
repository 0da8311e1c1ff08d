import type { Shown } from '@towncrier/channel-testkit';
import { addTarget, changeTarget, ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { nobody, type Audience, type Target } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

const environment = { ...pkg.towncrier.environment, SMS_BATCH: '2' };
const open = () => ChannelLab.open(channel, twin, { environment });
type Lab = Awaited<ReturnType<typeof open>>;

const here = sampleEdition();
const corrected = sampleEdition({
  edition: 2,
  content: { title: '关于灵泉西路停水检修的通知' },
  corrects: { edition: 1, reason: '路名有误' },
});
const named = (...ids: readonly string[]): Audience => ({
  scope: 'some',
  of: { ...nobody, targets: ids.map((id) => ({ channel: 'sms', id })) },
});
const [one, two, three, four] = ['lingquan-01', 'lingquan-02', 'yangjie-01', 'yangjie-02'] as const;

describe('recipients', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const kindOf = ({ text }: Shown): string =>
    text.includes('撤回') ? 'W' : text.includes('更正') ? '2' : '1';
  /** What each of them got, in its order: 1 the notice, 2 its correction, W that it is withdrawn. */
  const got = async (): Promise<Readonly<Record<string, string>>> => {
    const ids = new Map(demonstration.map(({ id, secrets }) => [secrets.phone, id]));
    const by = Map.groupBy(await lab.twin.shown(here.publication), ({ target }) => target);
    return Object.fromEntries(
      [...by].map(([phone, all]) => [ids.get(phone) ?? phone, all.map(kindOf).join('')]),
    );
  };

  it('of a street alone get what is for the street alone, its communities with it', async () => {
    const audience: Audience = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } };
    expect((await lab.settled(await lab.release(here, { audience }))).outcome).toBe('confirmed');
    const street = demonstration.filter(({ owner }) => owner === 'kys-lq').map(({ id }) => id);
    expect(street).toHaveLength(10);
    expect(await got()).toEqual(Object.fromEntries(street.map((id) => [id, '1'])));
  });

  it('in several batches are counted together: three in two batches read 3/3', async () => {
    const rest = await lab.settled(await lab.release(here, { audience: named(one, two, three) }));
    expect(rest).toMatchObject({
      outcome: 'confirmed',
      evidence: { detail: '已核验 3/3', parts: { shown: 3, of: 3, exceptions: [] } },
    });
  });

  it('hear of a correction and of a withdrawal when they have the notice, also retired or left out since', async () => {
    await lab.settled(await lab.release(here, { audience: named(one, two, three) }));
    await changeTarget(lab, two, { state: { is: 'retired', on: '2026-11-28' } });
    await lab.settled(await lab.release(corrected, { audience: named(one, four) }));
    expect(await got()).toEqual({ [one]: '12', [two]: '12', [three]: '12', [four]: '2' });
    expect((await lab.settled(await lab.withdraw(corrected))).outcome).toBe('confirmed');
    expect(await got()).toEqual({ [one]: '12W', [two]: '12W', [three]: '12W', [four]: '2W' });
  });

  it('that came since get no old news', async () => {
    await lab.settled(await lab.release(here));
    const { secrets: _number, ...target } = demonstration[0] ?? { secrets: null };
    await addTarget(lab, { ...(target as Target), id: 'newcomer' }, { phone: '19999900099' });
    await lab.settled(await lab.release(corrected));
    await lab.settled(await lab.withdraw(corrected));
    expect(new Set(Object.values(await got()))).toEqual(new Set(['12W']));
    expect(Object.keys(await got())).toHaveLength(25);
  });

  it('are written down with a mobile number, or not at all', async () => {
    await expect(changeTarget(lab, one, {}, { phone: '0873-7123456' })).rejects.toThrow(
      '应是 11 位手机号码，只含数字',
    );
    await changeTarget(lab, one, {}, { phone: '19999900088' });
    await lab.settled(await lab.release(here, { audience: named(one) }));
    expect(await got()).toEqual({ '19999900088': '1' });
  });
});
