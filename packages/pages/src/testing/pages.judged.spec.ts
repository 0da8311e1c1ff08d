import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn } from './barriers.ts';
import { openedBrowser } from './browser.ts';
import { faultsOfMarkup } from './markup.judge.ts';

const page = (main: string, style = ''): string =>
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title>' +
  `<style>${style}</style></head><body><main>${main}</main></body></html>`;
const addressOf = (html: string): string => `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;

describe('the judges of pages', () => {
  let browser: Awaited<ReturnType<typeof openedBrowser>>;
  beforeAll(async () => {
    browser = await openedBrowser();
  });
  afterAll(() => browser.close());

  it('find nothing on a sound page', async () => {
    const sound = page('<h1>通知</h1><p>停水</p>');
    expect(await barriersOn(await browser.see(addressOf(sound), 'light'))).toEqual([]);
    expect(await faultsOfMarkup(new Map([['sound', sound]]))).toEqual([]);
  });

  it('see a barrier that is there in one look only', async () => {
    const pale = page('<h1>通知</h1><p>停水</p>', '@media (prefers-color-scheme:dark){p{color:#ccc}}');
    expect(await barriersOn(await browser.see(addressOf(pale), 'light'))).toEqual([]);
    expect(await barriersOn(await browser.see(addressOf(pale), 'dark'))).toEqual([
      expect.stringContaining('color-contrast p'),
    ]);
  });

  it('name the page with unsound markup', async () => {
    const pages = new Map([
      ['sound', page('<h1>通知</h1>')],
      ['unsound', page('<h1>通知</h1><a>一<a href="#x">二</a></a>')],
    ]);
    const found = await faultsOfMarkup(pages);
    expect(found).not.toEqual([]);
    for (const fault of found) expect(fault).toMatch(/^unsound: /u);
  });
});
