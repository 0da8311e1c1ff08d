import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const executablePath = process.env['TOWNCRIER_CHROMIUM'] ?? '/usr/bin/chromium';

/** How citizens meet a page: on a screen of either colour, wide or in the hand, and on paper. */
export const looksOf = {
  light: { colorScheme: 'light', media: 'screen', width: 1280 },
  dark: { colorScheme: 'dark', media: 'screen', width: 1280 },
  phone: { colorScheme: 'light', media: 'screen', width: 390 },
  'dark phone': { colorScheme: 'dark', media: 'screen', width: 390 },
  print: { colorScheme: 'light', media: 'print', width: 794 },
} as const;
export type Looks = keyof typeof looksOf;

/** A browser and a way to look at an address with it. @throws Error when there is no browser here */
export async function openedBrowser(): Promise<{
  readonly see: (url: string, looks: Looks) => Promise<Page>;
  readonly close: () => Promise<void>;
}> {
  if (!existsSync(executablePath)) throw new Error('pages need a Chromium: set TOWNCRIER_CHROMIUM to one');
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  return { see: (url, looks) => seen(browser, url, looks), close: () => browser.close() };
}

async function seen(browser: Browser, url: string, looks: Looks): Promise<Page> {
  const { colorScheme, media, width } = looksOf[looks];
  // the policy of our pages forbids scripts, that of whoever judges them too
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  await page.emulateMedia({ media, colorScheme });
  await page.goto(url);
  return page;
}
