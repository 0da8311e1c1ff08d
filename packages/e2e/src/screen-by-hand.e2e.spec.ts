import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleAs, hasBrowser, launched } from './console.browser.ts';
import { Town, waterNotice } from './town.ts';

/** Opens a field's list and takes the entry with these words. */
async function choose(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(field, { exact: true }).click();
  await page.keyboard.type(words);
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await list.getByText(words, { exact: true }).first().click();
  // one that is still closing would offer its entries to the next field
  await expect.poll(() => list.count(), { timeout: 30_000 }).toBe(0);
}

describe.skipIf(!hasBrowser)('a screen that is added by hand', () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    town = await Town.start();
    browser = await launched();
  });
  afterAll(async () => {
    await browser.close();
    await town.stop();
  });

  it('shows what is in force on its own player, without a restart', async () => {
    const notice = await town.publish(waterNotice('灵泉东路'));
    await town.complete(notice);

    const page = await consoleAs('operator', town, browser);
    await page.goto(`${town.hubUrl}/targets`);
    await page.getByRole('combobox', { name: '渠道' }).click();
    await page.getByTitle('LED 电子屏').click();
    await page.getByText('strip-station').waitFor();
    await page.getByRole('button', { name: '登记终端' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('编号', { exact: true }).fill('strip-market');
    await form.getByLabel('名称', { exact: true }).fill('农贸市场条屏');
    await choose(page, '负责单位', '灵泉街道办事处');
    await choose(page, '区划', '灵泉街道');
    await form.getByLabel('宽（点）', { exact: true }).fill('384');
    await form.getByLabel('高（点）', { exact: true }).fill('64');
    await form.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('strip-market').waitFor();

    const player = await browser.newPage({ viewport: { width: 800, height: 300 } });
    await player.goto(`${town.stack.urls['channel-led']}/player/?screen=strip-market`);
    const picture = player.locator('#page');
    await expect.poll(() => picture.getAttribute('alt'), { timeout: 30_000 }).toContain('灵泉东路');
    expect(await picture.evaluate((img) => Reflect.get(img, 'naturalWidth') as unknown)).toBe(384);
  });
});
