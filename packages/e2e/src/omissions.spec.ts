import type { Channel } from '@towncrier/channel-kit';
import { omissionsIn } from '@towncrier/content';
import { editionOf, samples } from '@towncrier/content/testing';
import type { Block, IllustratedEdition } from '@towncrier/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { allChannels, drawingSettings } from './all.channels.ts';

const forms: Readonly<Record<string, readonly string[]>> = {
  led: ['screen 1920x1080/16 v3', 'strip 384x64/16 v3'],
  board: ['A4'],
  sms: ['【开远市政府】详见开远市人民政府网站'],
};

let channels: readonly Channel[];
beforeAll(async () => {
  channels = await allChannels();
}, 60_000);

/** What each channel leaves out, in words. */
async function omitted(edition: IllustratedEdition): Promise<Readonly<Record<string, readonly string[]>>> {
  const told = channels.map(async (channel) => {
    const rendition = await channel.render(edition, drawingSettings, forms[channel.id] ?? []);
    const words = omissionsIn(edition.content, channel.readings(rendition)).map(({ where, message }) =>
      where === '' ? message : `${where}：${message}`,
    );
    return [channel.id, words] as const;
  });
  return Object.fromEntries(await Promise.all(told));
}

const names = Array.from({ length: 120 }, (_, n) => [`第${n + 1}户`, `${1000 + n}元`]);
const list: Block = {
  type: 'table',
  content: names.map((cells) => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type: 'tableCell', content: [{ type: 'text', text: words }] })),
  })),
};
const roll = editionOf({
  title: '2026年耕地地力保护补贴发放名单公示',
  publicNotice: { from: '2026-11-20', to: '2026-11-26', objections: '市农业农村局 0873-7123456' },
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '现予公示。' }] }, list],
  },
});

describe('what a channel leaves out', () => {
  it('of a list of 120 names is counted, by channel and by form', async () => {
    const none = '没有表格（共120行，如“第1户 1000元”）';
    const formula = '没有正文（共1段，如“现予公示。”）';
    expect(await omitted(roll)).toEqual({
      website: [],
      wechat: [],
      portal: [],
      board: [],
      sms: [none, formula],
      weibo: [],
      led: ['全彩屏 1920×1080', '条屏 384×64'].flatMap((form) => [`${form}：${none}`, `${form}：${formula}`]),
    });
  });

  it('is nothing on a page of its own', async () => {
    for (const edition of [samples.plan, samples.water, samples.correction, samples.table]) {
      const { website, portal } = await omitted(edition);
      expect([website, portal]).toEqual([[], []]);
    }
  });
});
