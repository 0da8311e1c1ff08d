import { ChannelLab, sampleEdition } from '@towncrier/channel-testkit/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import type { WechatSettings } from '../src/settings.ts';
import type { Prepared, WechatRendition } from '../src/wechat.adapter.ts';
import { twin } from '../twin/twin.ts';
import { Library } from './library.ts';

const confirmed = { outcome: 'confirmed' };

/** The library of the main account holds the covers of what stands, and of nothing else. */
describe('the covers of articles in the library of an account', () => {
  let lab: ChannelLab<WechatSettings, WechatRendition, Prepared>;
  beforeEach(async () => {
    lab = await ChannelLab.open(channel, twin, { environment: pkg.towncrier.environment });
  });
  afterEach(() => lab.close());

  const covers = () => new Library(lab.settings.WECHAT_API_URL, demonstration[0]).all();
  const released = async (edition: ReturnType<typeof sampleEdition>): Promise<void> => {
    expect(await lab.settled(await lab.release(edition))).toMatchObject(confirmed);
  };
  const first = sampleEdition({ publication: 'C0VER001' });
  const corrected = sampleEdition({
    publication: 'C0VER001',
    edition: 2,
    corrects: { edition: 1, reason: '时间有误' },
  });

  it('go with what is withdrawn', async () => {
    await released(first);
    expect(await covers()).toHaveLength(1);
    expect(await lab.settled(await lab.withdraw(first))).toMatchObject(confirmed);
    expect(await covers()).toEqual([]);
  });

  it('go with what is corrected, and the correction of the same title keeps its own', async () => {
    await released(first);
    const [before] = await covers();
    await released(corrected);
    const after = await covers();
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
  });

  it('stay with another article of the same title', async () => {
    const other = sampleEdition({ publication: 'C0VER002' });
    await released(first);
    await released(other);
    expect(await lab.settled(await lab.withdraw(first))).toMatchObject(confirmed);
    expect(await covers()).toHaveLength(1);
    expect((await lab.twin.shown('C0VER002')).filter((s) => s.visible).length).toBeGreaterThan(0);
  });

  it('of a warning that is lifted: only the article that says so has one', async () => {
    const warning = sampleEdition({ publication: 'C0VER003', content: { title: '山洪灾害红色预警' } });
    await released(warning);
    const [before] = await covers();
    const how = { act: 'lift', reason: '降雨已经减弱。' } as const;
    expect(await lab.settled(await lab.withdraw(warning, [], how))).toMatchObject(confirmed);
    const after = await covers();
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
  });

  it('that somebody deleted by hand hold up no withdrawal', async () => {
    await released(first);
    await new Library(lab.settings.WECHAT_API_URL, demonstration[0]).empty();
    expect(await lab.settled(await lab.withdraw(first))).toMatchObject(confirmed);
  });
});
