import { readFile } from 'node:fs/promises';
/// <reference lib="dom" />
import { barriersOn } from '@towncrier/pages/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleAs, hasBrowser, launched } from './console.browser.ts';
import { machineWordsOn } from './console.words.ts';
import { Town, waterNotice } from './town.ts';

/** The button for further tabs stands inside the list of tabs: so the component library draws it. */
const ofTheLibrary = /^aria-required-children \.ant-tabs-nav /;
/** The trail names acts and things as programs do: it is compared with the log, word for word. */
const asPrograms: readonly string[] = ['audit'];
const widths = [1440, 390];
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
    return [...screens.map(({ key }) => key), published, 'nowhere'];
  };

  it.each(roles)('of the %s is open to everybody, and speaks to clerks', async (role) => {
    const page = await consoleAs(role, town, browser);
    const people = JSON.parse(await readFile(town.stack.credentialsFile, 'utf8')) as { name: string }[];
    const named = people.map(({ name }) => name);
    for (const key of await pagesOf(page))
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await open(page, key);
        const barriers = (await barriersOn(page)).filter((words) => !ofTheLibrary.test(words));
        expect(barriers, `${key} at ${width}`).toEqual([]);
        if (asPrograms.includes(key)) continue;
        const words = (await machineWordsOn(page)).filter((word) => !named.includes(word));
        expect(words, key).toEqual([]);
      }
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
