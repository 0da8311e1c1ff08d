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

const first = sampleEdition();
const corrected = sampleEdition({
  edition: 2,
  content: { title: '关于灵泉西路停水检修的通知' },
  corrects: { edition: 1, reason: '路名有误' },
});
/** One recipient of the street's own route, one of the county's. */
const [street, county] = ['lingquan-01', 'yangjie-01'] as const;
const audience: Audience = {
  scope: 'some',
  of: { ...nobody, targets: [street, county].map((id) => ({ channel: 'sms', id })) },
};
const paused = { state: { is: 'paused', reason: '签名年审' } } as const;

describe('routes', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const released = async (edition = first) => lab.settled(await lab.release(edition, { audience }));
  const signatureOf = ({ text }: Shown): string => /^【(.*?)】/.exec(text)?.[1] ?? '';
  /** The signatures of what each of the two got, in its order. */
  const got = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
    const shown = await lab.twin.shown(first.publication);
    const of = (id: string): readonly string[] => {
      const phone = demonstration.find((t) => t.id === id)?.secrets.phone;
      return shown.filter(({ target }) => target === phone).map(signatureOf);
    };
    return { street: of(street), county: of(county) };
  };

  it('deliver each with its own signature, template and account', async () => {
    expect(await released()).toMatchObject({
      outcome: 'confirmed',
      evidence: { parts: { shown: 2, of: 2, exceptions: [] } },
    });
    expect(await got()).toEqual({ street: ['灵泉街道办'], county: ['开远市政府'] });
  });

  it('are no place that an audience reaches', async () => {
    const answer = await lab.register({ ask: 'reach', audience: { scope: 'all' }, owner: 'kysrmzf' });
    expect(answer).toMatchObject({
      reach: { reached: 25, of: 25, kinds: [{ kind: 'recipient', reached: 25, of: 25 }] },
    });
    const named: Audience = {
      scope: 'some',
      of: { ...nobody, targets: [{ channel: 'sms', id: 'route-main' }] },
    };
    expect(await lab.register({ ask: 'reach', audience: named, owner: 'kysrmzf' })).toMatchObject({
      reach: { reached: 0, unknown: ['route-main'] },
    });
  });

  it.each([
    ['paused', paused, '短信线路“灵泉街道线路”已暂停（签名年审）'],
    ['retired', { state: { is: 'retired', on: '2026-11-28' } } as const, '已于 2026-11-28 停用'],
  ])('that are %s send nothing and ask a person, and the others go on', async (_is, over, words) => {
    await changeTarget(lab, 'route-lingquan', over);
    const rest = await released();
    expect(rest.outcome).toBe('failed');
    expect(JSON.stringify(rest)).toContain(words);
    expect(await got()).toEqual({ street: [], county: ['开远市政府'] });
  });

  it('carry a correction and a withdrawal as the recipient has them by then', async () => {
    await released();
    await changeTarget(lab, street, { facts: {} });
    expect((await released(corrected)).outcome).toBe('confirmed');
    await changeTarget(lab, county, { facts: { route: 'route-lingquan' } });
    expect((await lab.settled(await lab.withdraw(corrected))).outcome).toBe('confirmed');
    expect(await got()).toEqual({
      street: ['灵泉街道办', '开远市政府', '开远市政府'],
      county: ['开远市政府', '开远市政府', '灵泉街道办'],
    });
  });

  it('that rest leave the end of a notice to the county’s main one', async () => {
    await released();
    await changeTarget(lab, 'route-lingquan', paused);
    expect((await lab.settled(await lab.withdraw(first))).outcome).toBe('confirmed');
    expect(await got()).toEqual({
      street: ['灵泉街道办', '开远市政府'],
      county: ['开远市政府', '开远市政府'],
    });
  });

  it('are asked for the record of the account that sent, when the answer was lost', async () => {
    lab.twin.fault({ kind: 'hang-after-accept', times: 2 });
    await released();
    expect(await got()).toEqual({ street: ['灵泉街道办'], county: ['开远市政府'] });
  });

  it('are named by recipients only where they are registered', async () => {
    await expect(changeTarget(lab, street, { facts: { route: 'route-x' } })).rejects.toThrow(
      '“短信线路”所填的 route-x 不是登记簿里的短信线路',
    );
    await expect(changeTarget(lab, street, { facts: { route: county } })).rejects.toThrow(
      '不是登记簿里的短信线路',
    );
  });

  it('with an account of their own need its key', async () => {
    await changeTarget(lab, 'route-main', {
      facts: {
        signature: '开远市政府',
        template: 'SMS_TWIN',
        ending: '详见开远市人民政府网站',
        accessKeyId: 'x',
      },
    });
    const rest = await released();
    expect(JSON.stringify(rest)).toContain('填了账号编号而没有账号密钥');
    expect(await got()).toEqual({ street: ['灵泉街道办'], county: [] });
  });
});
