import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launched } from './console.browser.ts';
import type { Person } from './hub.client.ts';
import { allTasks } from './tasks/all.tasks.ts';
import { Desk } from './tasks/desk.ts';
import { keptEfforts } from './tasks/kept.efforts.ts';
import { taken } from './tasks/task.ts';
import { Town } from './town.ts';

describe.skipIf(!hasBrowser)('what people come to the console for', () => {
  let town: Town;
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    town = await Town.start();
    browser = await launched();
    desk = new Desk(town, town.channels.length, browser);
  });
  afterAll(async () => {
    await browser.close();
    await town.stop();
  });
  const kept = keptEfforts();
  const tourOf = async (name: string): Promise<string> =>
    (await desk.handOf(name)).page.getByRole('region', { name: '导览' }).innerText();

  it.each([
    ['editor', '写一篇公告，再更正它', '1. 点“撰写”'],
    ['reviewer', '审一件稿，发布，再撤回', '1. 点“待我办理”'],
  ])('is shown to the %s by a tour, offered where a day begins', async (name, label, first) => {
    const { page } = await desk.handOf(name);
    await page.getByRole('button', { name: label }).click();
    expect(await tourOf(name)).toContain(first);
    await page.locator('[data-towncrier-marked]').waitFor();
  });

  it.each(allTasks)('is done, and asks no more of them than it did: $words', async (task) => {
    const { clicks, keys, fields } = await taken(task, desk);
    const before = kept[task.key];
    expect(clicks, 'clicks').toBeLessThanOrEqual(before?.clicks ?? -1);
    expect(keys, 'keys').toBeLessThanOrEqual(before?.keys ?? -1);
    expect(fields, 'fields').toBeLessThanOrEqual(before?.fields ?? -1);
  });

  it('was gone along with by the tours, step by step', async () => {
    // the reviewer's page stayed open, and heard of the release and of the withdrawal
    for (const name of ['editor', 'reviewer']) await expect.poll(() => tourOf(name)).toContain('做完了');
  });

  it('was done by every person the town began with', async () => {
    const people = JSON.parse(await readFile(town.stack.credentialsFile, 'utf8')) as Person[];
    expect(people.map(({ name }) => name).filter((name) => !desk.people.includes(name))).toEqual([]);
  });
});
