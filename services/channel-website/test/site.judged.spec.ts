import { barriersOn, faultsOfMarkup, looksOf, openedBrowser } from '@towncrier/pages/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './site.ts';
import { pagesOf, publishedKinds } from './site.samples.ts';

const looks = ['light', 'dark', 'print'] as const;

describe('what citizens open on the site', () => {
  let site: Site;
  let browser: Awaited<ReturnType<typeof openedBrowser>>;
  beforeAll(async () => {
    site = await Site.open();
    await publishedKinds(site);
    browser = await openedBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(Object.entries(pagesOf))(
    'has no barrier, on a screen of any colour and on paper: %s',
    async (_, path) => {
      for (const look of looks) {
        const page = await browser.see(`${site.server.url}/${path}`, look);
        expect(await barriersOn(page), look).toEqual([]);
        await page.close();
      }
    },
  );

  it.each(Object.entries(pagesOf))('is never wider than the telephone: %s', async (_, path) => {
    const page = await browser.see(`${site.server.url}/${path}`, 'phone');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      looksOf.phone.width,
    );
    await page.close();
  });

  it('is sound markup', async () => {
    const pages = new Map<string, string>();
    for (const [name, path] of Object.entries(pagesOf)) pages.set(name, await site.get(path));
    expect(await faultsOfMarkup(pages)).toEqual([]);
  });
});
