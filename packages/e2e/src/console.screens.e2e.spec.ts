import { readFile } from 'node:fs/promises';
/// <reference lib="dom" />
import { barriersOn, ofLooks, ofSizes } from '@towncrier/pages/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleAs, hasBrowser, launched } from './console.browser.ts';
import { largeWords, looks, overhangOf, pressableOn, tooSmallOn, wear } from './console.looks.ts';
import { machineWordsOn } from './console.words.ts';
import { Town, waterNotice } from './town.ts';

/** The button for further tabs stands inside the list of tabs: so the component library draws it. */
const ofTheLibrary = /^aria-required-children \.ant-tabs-nav /;
const widths = [1440, 390];
const narrowest = 360;
const roles = ['editor', 'operator', 'system-admin', 'auditor', 'disclosure-officer'];

describe.skipIf(!hasBrowser)('every page of the console', () => {
  let town: Town;
  let browser: Browser;
  let published: string;
  beforeAll(async () => {
    town = await Town.start();
    browser = await launched();
    const notice = await town.publish(waterNotice('灵泉东路'));
    await town.complete(notice);
    await town.editor.submit(await town.editor.create(waterNotice('智源路')));
    published = `publication/${notice.id}`;
  });
  afterAll(async () => {
    await browser.close();
    await town.stop();
  });

  const open = async (page: Page, key: string): Promise<void> => {
    await page.goto(`${town.hubUrl}/${key}`);
    await page.locator('h1').first().waitFor();
    await page.locator('.towncrier-content .ant-spin-spinning').first().waitFor({ state: 'detached' });
  };
  const pagesOf = async (page: Page): Promise<readonly string[]> => {
    const { screens } = await page.evaluate(
      async () => (await (await fetch('/api/v1/session')).json()) as { screens: { key: string }[] },
    );
    return [...screens.map(({ key }) => key), 'trends', published, 'nowhere'];
  };

  const barriersIn = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> =>
    (await barriersOn(page, rules)).filter((words) => !ofTheLibrary.test(words));
  /** What one of them was shown in every look need not be shown so to the others. */
  const seen = new Set<string>();
  /** The page that is open is looked at again, by the rules that a look can break. */
  const isOpenInAllLooks = async (page: Page, at: string, rules: readonly string[]): Promise<void> => {
    for (const one of looks) {
      await wear(page, one);
      expect.soft(await barriersIn(page, rules), `${at} ${one.look}`).toEqual([]);
      if (one.look === 'on paper') expect.soft(await pressableOn(page), at).toEqual([]);
      else expect.soft(await overhangOf(page), `${at} ${one.look}`).toBe(0);
    }
    expect.soft(await tooSmallOn(page), at).toEqual([]);
    await largeWords(page);
  };
  // what is drawn to measure follows a smaller window a moment later
  const settled = (page: Page, at: string): Promise<void> =>
    expect.poll(() => overhangOf(page), { message: at, timeout: 10_000 }).toBe(0);
  const fits = async (page: Page, at: string): Promise<void> => {
    await page.setViewportSize({ width: narrowest, height: 900 });
    await settled(page, at);
    await largeWords(page);
    await settled(page, `${at} in large words`);
    await largeWords(page);
  };

  it.each(roles)('of the %s is open to everybody, and speaks to clerks', async (role) => {
    const page = await consoleAs(role, town, browser);
    // what is on its way to another colour has none that can be judged
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const people = JSON.parse(await readFile(town.stack.credentialsFile, 'utf8')) as { name: string }[];
    const named = people.map(({ name }) => name);
    for (const key of await pagesOf(page)) {
      await open(page, key);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await barriersIn(page), `${key} at ${width}`).toEqual([]);
        // colours are the same at every width
        const rules = width === widths[0] ? ofLooks : ofSizes;
        if (!seen.has(key)) await isOpenInAllLooks(page, `${key} at ${width}`, rules);
      }
      await fits(page, `${key} at ${narrowest}`);
      seen.add(key);
      const words = (await machineWordsOn(page)).filter((word) => !named.includes(word));
      expect.soft(words, key).toEqual([]);
    }
    await page.context().close();
  });

  it('that hangs on the wall is read from afar, and does not have to be moved', async () => {
    const page = await consoleAs('operator', town, browser);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(`${town.hubUrl}/wall`);
    await page.locator('article').first().waitFor();
    expect(await barriersIn(page)).toEqual([]);
    const { high, smallest } = await page.evaluate(() => ({
      high: document.documentElement.scrollHeight,
      smallest: Math.min(
        ...[...document.querySelectorAll('main :is(h2, p)')].map((one) =>
          Number.parseFloat(getComputedStyle(one).fontSize),
        ),
      ),
    }));
    expect(high).toBeLessThanOrEqual(1080);
    expect(smallest).toBeGreaterThanOrEqual(28);
    await page.context().close();
  });

  it('asks at most four times a minute while it is only looked at', async () => {
    const first = await consoleAs('operator', town, browser);
    const keys = await pagesOf(first);
    const asked = new Map<string, string[]>();
    for (const key of keys) {
      const page = await first.context().newPage();
      await open(page, key);
      page.on('request', (request) => asked.set(key, [...(asked.get(key) ?? []), request.url()]));
    }
    await first.waitForTimeout(5_000);
    asked.clear();
    await first.waitForTimeout(60_000);

    for (const [key, urls] of asked) expect(urls.length, `${key}: ${urls.join(' ')}`).toBeLessThanOrEqual(4);
    await first.context().close();
  });
});
