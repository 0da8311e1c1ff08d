/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleAs, hasBrowser, launched } from './console.browser.ts';
import { Town } from './town.ts';

/** What a spreadsheet puts on the clipboard. */
const spreadsheet = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table>
  <tr><td rowspan=2>灵泉东路</td><td>一组</td><td>8时至18时</td></tr>
  <tr><td>二组</td><td>9时至12时</td></tr><!--EndFragment--></table></body></html>`;

/** What a page takes, and what the window has. */
const widthsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
const screensOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as { screens: { key: string }[] };
    return session.screens.map(({ key }) => key);
  });

describe.skipIf(!hasBrowser)('the console', () => {
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

  const as = (role: string): Promise<Page> => consoleAs(role, town, browser);

  it('takes a notice from writing over another person’s approval to seven channels, and back', async () => {
    const editor = await as('editor');
    await editor.goto(`${town.hubUrl}/write`);
    await editor.getByLabel('标题', { exact: true }).fill('关于灵泉东路停水检修的通知');
    await editor.getByLabel('发布机构').fill('开远市水务局');
    await editor.getByRole('textbox', { name: '正文' }).click();
    await editor.keyboard.type('因供水管网检修，2026年11月25日8时至18时，灵泉东路沿线停水，请居民提前储水。');
    await editor
      .getByText('可发布')
      .nth(town.channels.length - 1)
      .waitFor();
    await editor.getByRole('button', { name: /保存草稿/ }).click();
    await editor.getByRole('button', { name: '提交审核' }).click();
    await editor.getByText('等待一审').waitFor();
    const address = editor.url();

    const reviewer = await as('first-reviewer');
    await reviewer.goto(address);
    await reviewer.getByRole('button', { name: '一审通过' }).click();
    await reviewer.getByText('等待保密审查').waitFor();

    const secrecy = await as('secrecy-reviewer');
    await secrecy.goto(address);
    await secrecy.getByRole('button', { name: '准予公开' }).click();
    await secrecy.getByText('已审定').first().waitFor();
    await reviewer.reload();
    await reviewer.getByRole('button', { name: /^发布到 \d+ 个渠道/ }).click();
    await reviewer.getByRole('dialog').getByText('无法收回，另发说明').first().waitFor();
    await reviewer.getByRole('button', { name: /^确认发布到/ }).click();
    await expect
      .poll(() => reviewer.getByText('已核实', { exact: true }).count(), { timeout: 60_000 })
      .toBe(town.channels.length);

    await reviewer.getByRole('button', { name: /撤\s*回/ }).click();
    const dialog = reviewer.getByRole('dialog');
    for (const words of ['无法收回，另发说明', '可替换为撤回说明', '扫码标注作废'])
      await dialog.getByText(words).first().waitFor();
    await dialog.getByLabel('撤回原因（公开）').fill('检修取消');
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await expect
      .poll(() => reviewer.getByText('已核实', { exact: true }).count(), { timeout: 60_000 })
      .toBe(2 * town.channels.length);
  });

  it('takes a table from a spreadsheet to every preview', async () => {
    const editor = await as('editor');
    await editor.goto(`${town.hubUrl}/write`);
    await editor.getByLabel('标题', { exact: true }).fill('灵泉街道停水安排公告');
    await editor.getByLabel('发布机构').fill('开远市水务局');
    const body = editor.getByRole('textbox', { name: '正文' });
    await body.click();
    await editor.keyboard.type('停水安排如下。');
    await editor.keyboard.press('Enter');
    await body.evaluate((area, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', '灵泉东路\t一组\t8时至18时\n\t二组\t9时至12时');
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, spreadsheet);
    await body.locator('td[rowspan="2"]', { hasText: '灵泉东路' }).waitFor();
    await editor
      .getByText('可发布')
      .nth(town.channels.length - 1)
      .waitFor();
    for (const name of ['政府网站', '微信公众号', 'Wi-Fi 登录页']) {
      const preview = editor.frameLocator(`iframe[title="${name}预览"]`);
      await preview.locator('td[rowspan="2"]', { hasText: '灵泉东路' }).first().waitFor();
    }
  });

  it('makes a notice of a template, leads to what is missing, and takes a remark on the words meant', async () => {
    const editor = await as('editor');
    await editor.goto(`${town.hubUrl}/write`);
    await editor.getByRole('button', { name: '用模板…' }).click();
    const dialog = editor.getByRole('dialog');
    await dialog.getByRole('combobox').fill('停水通知');
    await editor.keyboard.press('Enter');
    await dialog.getByLabel('停水范围').fill('智源路');
    await dialog.getByLabel('停水原因').fill('供水管网检修');
    await dialog.getByLabel('咨询电话').fill('0873-7123456');
    await dialog.getByRole('button', { name: '填入正文' }).click();

    const body = editor.getByRole('textbox', { name: '正文' });
    await body.locator('.towncrier-finding.block', { hasText: '【待填：停水时间】' }).waitFor();
    const told = editor.locator('.towncrier-finding-bar');
    while (!(await told.textContent().catch(() => ''))?.includes('待填')) await editor.keyboard.press('F8');
    await editor.keyboard.type('12月5日8时至18时');
    await editor.getByText('“停水停电停气”缺少必备要素：起止时间').waitFor();
    await editor.locator('.towncrier-checks li', { hasText: '起止时间' }).getByRole('button').click();
    await editor.keyboard.type('12月5日8时至18时');
    await editor.getByText(/必须改 \d+ 处/).waitFor({ state: 'detached' });
    await editor.getByRole('button', { name: /保存草稿/ }).click();
    await editor.getByRole('button', { name: '提交审核' }).click();
    const asked = editor.getByRole('dialog', { name: '送审前请逐项确认' });
    await asked.waitFor();
    for (const tick of await asked.getByRole('checkbox').all()) await tick.check();
    await asked.getByRole('button', { name: '确认并提交审核' }).click();
    await editor.getByText('等待一审').waitFor();

    const reviewer = await as('first-reviewer');
    await reviewer.goto(editor.url());
    await reviewer.getByText('审核与批注').click();
    const words = reviewer.locator('.towncrier-text p', { hasText: '12月5日8时至18时' });
    await words.first().evaluate((p) => document.getSelection()?.selectAllChildren(p));
    await reviewer.getByRole('button', { name: '批注所选文字' }).click();
    await reviewer.getByLabel('意见').fill('请写明星期');
    await reviewer.getByRole('button', { name: '写下批注' }).click();
    await reviewer.locator('mark', { hasText: '12月5日8时至18时' }).waitFor();

    await editor.reload();
    await editor.getByText('审核与批注').click();
    await editor.getByText('请写明星期').waitFor();
    await editor.getByRole('button', { name: '已解决' }).click();
    await editor.getByLabel('怎样处理的').fill('日期已够清楚');
    await editor.getByRole('button', { name: '确认已解决' }).click();
    await editor.getByText('日期已够清楚').waitFor();
  });

  it('lets a reviewer read and approve on a telephone, with the step in reach all the time', async () => {
    const editor = await as('editor');
    await editor.goto(`${town.hubUrl}/write`);
    await editor.getByLabel('标题', { exact: true }).fill('关于学府路停水检修的通知');
    await editor.getByLabel('发布机构').fill('开远市水务局');
    await editor.getByRole('textbox', { name: '正文' }).click();
    await editor.keyboard.type('因供水管网检修，2026年11月26日8时至18时，学府路沿线停水，请居民提前储水。');
    await editor.getByRole('button', { name: /保存草稿/ }).click();
    await editor.getByRole('button', { name: '提交审核' }).click();
    await editor.getByText('等待一审').waitFor();

    const reviewer = await as('first-reviewer');
    await reviewer.setViewportSize({ width: 360, height: 780 });
    await reviewer.goto(`${town.hubUrl}/reviews`);
    await reviewer.getByText('关于学府路停水检修的通知').click();
    await reviewer.getByRole('tab', { name: '改动' }).click();
    const words = reviewer.getByText('学府路沿线停水').last();
    await words.scrollIntoViewIfNeeded();
    const approve = reviewer.getByRole('button', { name: '一审通过' });
    const box = await approve.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 780) + (box?.height ?? 0)).toBeLessThanOrEqual(780);
    const [needed, there] = await widthsOf(reviewer);
    expect(needed).toBe(there);
    await approve.click();
    await reviewer.getByText('等待保密审查').waitFor();
  });

  it.each(['editor', 'duty-officer', 'disclosure-officer', 'operator', 'supervisor', 'system-admin'])(
    'has no page of the %s wider than a telephone',
    async (role) => {
      const page = await as(role);
      await page.setViewportSize({ width: 360, height: 780 });
      const screens = await screensOf(page);
      expect(screens.length).toBeGreaterThan(3);
      for (const key of screens) {
        await page.goto(`${town.hubUrl}/${key}`);
        await page.locator('.towncrier-content .ant-spin-spinning').first().waitFor({ state: 'detached' });
        const [needed, there] = await widthsOf(page);
        expect(needed, key).toBe(there);
      }
    },
  );

  it('shows on the wall what the public sees', async () => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
    await page.goto(`${town.stack.urls.twins}/`);
    await expect
      .poll(() => page.locator('iframe').count(), { timeout: 60_000 })
      .toBeGreaterThanOrEqual(town.channels.length);
    await page.frameLocator('iframe[title="短信"]').getByText('检修取消').first().waitFor();
  });
});
