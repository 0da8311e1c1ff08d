import type { Edition } from '@towncrier/contracts';
import type { Rendition } from '@towncrier/channel-kit';
import { checkLed, hashBytes, hashText, ledScreenProfile, ledStripProfile, renderLed, type LedProfile } from '@towncrier/content';
import { renderScreenPage, renderStripPage } from '@towncrier/media';
import type { LedSettings, Screen } from './settings.ts';

export interface ScreenPage { readonly sha256: string; readonly ms: number; readonly png: Uint8Array }
export interface LedRendition extends Rendition { readonly screens: Readonly<Record<string, readonly ScreenPage[]>>; readonly text: string }

const cell = 16;
/** A full screen is set in a typeface; its grid only says how many words make a page. */
const profileOf = (screen: Screen): LedProfile =>
  screen.kind === 'strip' ? { ...ledStripProfile, cols: Math.floor(screen.width / cell), rows: Math.floor(screen.height / cell) } : ledScreenProfile;

export function checkScreens(edition: Edition, { LED_SCREENS }: LedSettings) {
  const found = LED_SCREENS.flatMap((screen) => checkLed(edition, profileOf(screen)));
  return found.filter((problem, i) => found.findIndex((other) => other.field === problem.field && other.message === problem.message) === i);
}

/** Every page of every screen; the hash is over the bytes of all pages in order. */
export async function renderScreens(edition: Edition, { LED_SCREENS }: LedSettings): Promise<LedRendition> {
  const screens: Record<string, readonly ScreenPage[]> = {};
  for (const screen of LED_SCREENS) screens[screen.id] = await pagesOf(edition, screen);
  const hash = itemHash(screens);
  return { hash, screens, text: renderLed(edition, ledScreenProfile).text };
}

/** What identifies an item of the playlist: its pages and how long each stands. */
export function itemHash(screens: Readonly<Record<string, readonly { readonly sha256: string; readonly ms: number }[]>>): string {
  return hashText(Object.entries(screens).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, pages]) => `${id}:${pages.map((p) => `${p.sha256}@${p.ms}`).join(',')}`).join('\n'));
}

async function pagesOf(edition: Edition, screen: Screen): Promise<readonly ScreenPage[]> {
  const { pages } = renderLed(edition, profileOf(screen));
  const { content, corrects, links } = edition;
  return Promise.all(pages.map(async ({ lines, dwellMs }, i): Promise<ScreenPage> => {
    const png = screen.kind === 'strip'
      ? await renderStripPage(lines, { width: screen.width, height: screen.height, cell })
      : await renderScreenPage({
        title: content.title, paragraphs: lines, footer: `${content.header.issuer}　${content.header.publishedOn ?? ''}`, counter: `${i + 1} / ${pages.length}`,
        width: screen.width, height: screen.height, qr: links.page, ...(corrects === undefined ? {} : { badge: '更正' }),
      });
    return { sha256: hashBytes(png), ms: dwellMs, png };
  }));
}
