import type { Channel } from '@towncrier/channel-kit';
import type { IllustratedEdition } from '@towncrier/contracts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyWarning, editionOfWarning } from '../../../services/hub/src/testing/any.warning.ts';
import { flood, floodInfo } from '../../../services/hub/src/surroundings/warnings/warning.sample.ts';
import { allChannels, drawingSettings } from './all.channels.ts';

/** The shapes of the county's targets, the smallest strip that hangs anywhere, and the longest signature. */
const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1080x1920/16 v3', 'screen 1920x1080/16 v3', 'strip 128x32/16 v3', 'strip 384x64/16 v3'],
  board: ['A3', 'A4'],
  sms: [
    '【开远市政府】详见开远市人民政府网站',
    '【开远市人民政府办公室】详见开远市人民政府网站首页应急预警栏目',
  ],
};

let channels: readonly Channel[];
beforeAll(async () => {
  channels = await allChannels();
}, 60_000);

const problemsOf = (edition: IllustratedEdition) =>
  channels.flatMap((c) => c.check(edition, drawingSettings, forms[c.id]));

const corrects = { edition: 1, reason: `更新：${'更新的理由'.repeat(99)}` };
const longest = {
  ...flood,
  infos: Array.from({ length: 10 }, (_, n) => ({
    ...floodInfo,
    headline: `𠮷${'标题'.repeat(149)}${n}`,
    description: '预计未来三小时有暴雨，'.repeat(1818),
    instruction: '立即转移。'.repeat(1000),
    areas: Array.from({ length: 200 }, (_area, k) => `第${k}处${'地名'.repeat(100)}`),
  })),
};

describe('a valid warning', () => {
  it('is stopped by no channel, whatever its words, first or corrected', () => {
    fc.assert(
      fc.property(anyWarning, (message) => {
        expect(problemsOf(editionOfWarning(message))).toEqual([]);
        expect(problemsOf(editionOfWarning(message, { corrects }))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('is drawn by every channel at its longest', async () => {
    const edition = editionOfWarning(longest, { corrects });
    expect(problemsOf(edition)).toEqual([]);
    for (const channel of channels) {
      const { hash } = await channel.render(edition, drawingSettings, forms[channel.id]);
      expect(hash, channel.id).toMatch(/^[0-9a-f]{64}$/);
    }
  }, 120_000);

  it('says event, level and area where the headline is too long', async () => {
    const headline = `${'云南省红河州开远市气象台'.repeat(6)}发布山洪灾害红色预警信号`;
    const edition = editionOfWarning({ ...flood, infos: [{ ...floodInfo, headline }] });
    const drawn = await channels.find((c) => c.id === 'wechat')?.render(edition, drawingSettings);
    expect(drawn).toMatchObject({ title: '山洪灾害红色预警（开远市小龙潭镇）' });
  });

  it('stands on the colour of its level wherever a channel draws one, and pages say it in words as well', async () => {
    const edition = editionOfWarning(flood);
    const [paper, words] = ['#c00000', /红色/];
    for (const id of ['website', 'wechat', 'board']) {
      const drawn = await channels.find((c) => c.id === id)?.render(edition, drawingSettings, forms[id]);
      const said = JSON.stringify(drawn);
      expect(said, id).toContain(paper);
      expect(said, id).toMatch(words);
    }
    const card = await channels.find((c) => c.id === 'portal')?.render(edition, drawingSettings);
    expect(card).toMatchObject({ face: { level: 'red' } });
  });
});
