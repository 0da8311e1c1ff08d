/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** How somebody has a page that is open look otherwise than it did, and what browsers call its colours then. */
export const looks = [
  { look: 'in the dark', wear: { colorScheme: 'dark' }, colours: 'dark' },
  { look: 'on paper', wear: { media: 'print' }, colours: 'light' },
  { look: 'in large words', wear: { media: 'screen', colorScheme: 'light' }, colours: 'light' },
] as const;

/** Waits until it is there. */
export async function wear(
  page: Page,
  { look, wear: asked, colours }: (typeof looks)[number],
): Promise<void> {
  await page.emulateMedia(asked);
  if (look === 'in large words') await largeWords(page);
  await page.waitForFunction((c) => document.documentElement.style.colorScheme === c, colours);
}

/** 大字, and back. */
export async function largeWords(page: Page): Promise<void> {
  await page.getByRole('button', { name: /大\s*字/ }).click();
}

/** What is wider than the window it stands in, in px; 0 where nothing is. */
export const overhangOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What can be pressed, though the page is on paper. */
export const pressableOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button:not([role=switch]), [role=menuitem], [role=tab], header')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.textContent),
  );

/** Words under 18 px, and what can be pressed and is less than 44 px high or wide; what the public sees is as it is. */
export const tooSmallOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const small: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const of = node.parentElement;
      if (of === null || node.textContent?.trim() === '' || !of.checkVisibility()) continue;
      if (of.closest('script, style, svg, noscript') !== null) continue;
      const { fontSize } = getComputedStyle(of);
      if (Number.parseFloat(fontSize) < 18) small.push(`${fontSize} ${node.textContent}`);
    }
    const pressed =
      'button, a.ant-btn, input, textarea, .ant-select, .ant-tabs-tab, header .ant-menu-overflow > li, summary';
    for (const one of document.querySelectorAll(pressed)) {
      const drawn =
        one.closest(
          '.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, .ant-segmented-item, .ant-checkbox-wrapper, .ant-radio-wrapper',
        ) ?? one;
      const { width, height } = drawn.getBoundingClientRect();
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || width === 0) continue;
      if (Math.round(width) < 44 || Math.round(height) < 44)
        small.push(`${Math.round(width)} x ${Math.round(height)} ${one.className} ${one.textContent}`);
    }
    return small;
  });
