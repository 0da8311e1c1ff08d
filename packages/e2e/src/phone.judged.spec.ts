import type { Channel } from '@towncrier/channel-kit';
import type { IllustratedEdition } from '@towncrier/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allChannels, drawingSettings } from './all.channels.ts';
import { launched } from './console.browser.ts';
import { tooFaint, turnDark } from './looks/dark.phone.ts';
import { warnings } from './looks/warnings.ts';
import { wideTables } from './looks/wide.tables.ts';
import { noticeNamed, noticeNames } from './sample.notices.ts';

/** The narrowest telephone, and the widest (px). */
const widths = [360, 414] as const;
/** WCAG 2.2: of headings, which are large and bold, and of everything else. */
const least = { headings: 3, others: 4.5 };

const notices: readonly (readonly [string, () => IllustratedEdition])[] = [
  ...noticeNames.map((name) => [name, () => noticeNamed(name)] as const),
  ...Object.entries(warnings),
  ...Object.entries(wideTables),
];

describe('an article of WeChat', () => {
  let wechat: Channel;
  let browser: Browser;
  beforeAll(async () => {
    const found = (await allChannels()).find(({ id }) => id === 'wechat');
    if (found === undefined) throw new Error('there is no WeChat');
    wechat = found;
    browser = await launched();
  });
  afterAll(() => browser.close());

  async function opened(edition: IllustratedEdition, width: number): Promise<Page> {
    const preview = await wechat.preview(await wechat.render(edition, drawingSettings));
    if (preview.kind !== 'html') throw new Error('an article is HTML');
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.setContent(preview.html);
    return page;
  }

  it.each(notices)('is never wider than the telephone: %s', async (_, edition) => {
    for (const width of widths) {
      const page = await opened(edition(), width);
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${width} px`).toBeLessThanOrEqual(
        width,
      );
      await page.close();
    }
  });

  it.each(notices)(
    'can be read in the dark, whether or not its colours are made to suit: %s',
    async (_, edition) => {
      for (const converts of [true, false]) {
        const page = await opened(edition(), 390);
        await turnDark(page, converts);
        expect(await tooFaint(page, least), `converts: ${converts}`).toEqual([]);
        await page.close();
      }
    },
  );

  it.each(notices)('can be read by day: %s', async (_, edition) => {
    const page = await opened(edition(), 390);
    expect(await tooFaint(page, least)).toEqual([]);
    await page.close();
  });
});
