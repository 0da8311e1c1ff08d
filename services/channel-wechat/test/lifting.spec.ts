import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import type { WechatSettings } from '../src/settings.ts';
import type { Prepared, WechatRendition } from '../src/wechat.adapter.ts';
import { twin } from '../twin/twin.ts';

const warning = sampleEdition({ publication: 'WARN0001', content: { title: '山洪灾害红色预警' } });
const how = { act: 'lift', reason: '降雨已经减弱，河道水位回落。' } as const;

describe('a warning that is lifted on official accounts', () => {
  let lab: ChannelLab<WechatSettings, WechatRendition, Prepared>;
  beforeEach(async () => {
    lab = await ChannelLab.open(channel, twin, { environment: pkg.towncrier.environment });
    expect(await lab.settled(await lab.release(warning))).toMatchObject({ outcome: 'confirmed' });
  });
  afterEach(() => lab.close());

  const shown = () => lab.twin.shown(warning.publication);
  const lift = async () => lab.settled(await lab.withdraw(warning, [], how));

  it('is an article of its own at every account, and the warning is gone', async () => {
    const before = (await shown()).map((s) => s.target).toSorted();

    const rest = await lift();

    expect(rest).toMatchObject({ outcome: 'confirmed' });
    const after = await shown();
    const standing = after.filter((s) => s.visible);
    const gone = after.filter((s) => !s.visible);
    expect(gone.map((s) => s.target).toSorted()).toEqual(before);
    expect(standing.map((s) => s.target).toSorted()).toEqual(before);
    for (const { text } of standing) {
      expect(text).toContain('预警解除：山洪灾害红色预警');
      expect(text).toContain(how.reason);
    }
    const article = standing.find((s) => rest.evidence.reference === `article:${s.id}`);
    expect(article?.text).toContain('预警解除');
  });

  it('is taken down also where the platform takes no article, and a person is told', async () => {
    lab.twin.fault({ kind: 'refuse', times: 100 });

    const rest = await lift();

    expect(rest.outcome).toBe('refused');
    expect((await shown()).filter((s) => s.visible)).toEqual([]);
  });

  it('that never went out is told to nobody', async () => {
    const other = sampleEdition({ publication: 'WARN0002', content: { title: '暴雨黄色预警' } });
    const rest = await lab.settled(await lab.withdraw(other, [], how));
    expect(rest).toMatchObject({ outcome: 'confirmed' });
    expect(await lab.twin.shown(other.publication)).toEqual([]);
  });
});
