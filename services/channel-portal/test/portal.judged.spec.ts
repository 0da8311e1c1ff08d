import { editionOf, paragraph, samples } from '@towncrier/content/testing';
import type { IllustratedEdition } from '@towncrier/contracts';
import { barriersOn, faultsOfMarkup, looksOf, openedBrowser } from '@towncrier/pages/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Portal } from './portal.ts';

const named = (edition: IllustratedEdition, publication: string): IllustratedEdition => ({
  ...edition,
  publication,
});
const warning = editionOf({
  title: '开远市气象台发布暴雨红色预警',
  header: { issuer: '开远市气象局' },
  warning: { level: 'red', event: '暴雨', area: '灵泉街道' },
  body: { type: 'doc', content: [paragraph('预计未来3小时降雨量将达100毫米以上，求助请拨打119。')] },
});

/** Address of a page of each kind that a phone may open. */
const pagesOf = {
  'the login page': '/portal/?gw=library-1',
  'all notices': '/portal/notices?gw=library-1',
  'a notice with headings': '/portal/notice/000000P1',
  'one with a table, a list and a picture': '/portal/notice/000000P2',
  'a warning': '/portal/notice/000000P3',
  'a correction': '/portal/notice/000000P4',
  'one that was withdrawn': '/portal/notice/000000P5',
  'a warning that was lifted': '/portal/notice/000000P6',
  'none at all': '/portal/notice/000000P9',
  'what stands after the login': '/portal/online?gw=library-1',
  'the terms': '/portal/terms?gw=library-1',
} as const;

describe('what phones open at the hotspot', () => {
  let portal: Portal;
  let browser: Awaited<ReturnType<typeof openedBrowser>>;
  beforeAll(async () => {
    portal = await Portal.open();
    await portal.publish(named(samples.plan, '000000P1'));
    await portal.publish(named(samples.table, '000000P2'));
    await portal.publish(named(warning, '000000P3'), 'urgent');
    await portal.publish(named(samples.correction, '000000P4'));
    await portal.publish(named(samples.water, '000000P5'));
    await portal.withdraw(named(samples.water, '000000P5'), { reason: '检修取消' });
    await portal.publish(named(warning, '000000P6'), 'urgent');
    await portal.withdraw(named(warning, '000000P6'), { act: 'lift', reason: '降雨已经减弱。' });
    browser = await openedBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });

  it.each(Object.entries(pagesOf))('has no barrier, in the hand and on paper: %s', async (_, path) => {
    for (const look of ['phone', 'dark phone', 'print'] as const) {
      const page = await browser.see(`${portal.url}${path}`, look);
      expect(await barriersOn(page), look).toEqual([]);
      await page.close();
    }
  });

  it.each(Object.entries(pagesOf))('has one heading of its own and skips no level: %s', async (_, path) => {
    const page = await browser.see(`${portal.url}${path}`, 'phone');
    const levels = (
      await page.locator('h1,h2,h3,h4,h5,h6').evaluateAll((all) => all.map((h) => h.tagName))
    ).map((name) => Number(name.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [n, level] of levels.entries()) expect(level - (levels[n - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      looksOf.phone.width,
    );
    await page.close();
  });

  it('is sound markup', async () => {
    const pages = new Map<string, string>();
    for (const [name, path] of Object.entries(pagesOf))
      pages.set(name, await (await fetch(`${portal.url}${path}`)).text());
    expect(await faultsOfMarkup(pages)).toEqual([]);
  });
});
