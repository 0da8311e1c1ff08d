import type { Rendition, Withdrawal } from '@towncrier/channel-kit';
import { breakLines, dateInWords, endingWords, hashBytes, hashValue } from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { ledWithdrawal, renderLed, type LedPages } from './render/led.pages.ts';
import { renderScreenPage } from './screen/screen.page.ts';
import { renderStripPage } from './screen/strip.page.ts';
import { oneOfEachShape, profileOf, shapeOf } from './screen.profile.ts';
import type { Screen } from './settings.ts';

/** `ms`: how long it stays. `sha256`: of the PNG. */
export interface LedImage {
  readonly sha256: string;
  readonly ms: number;
  readonly png: Uint8Array;
}
export interface ScreenPages {
  readonly screen: string;
  readonly title: string;
  readonly text: string;
  readonly pages: readonly LedImage[];
}
export interface LedRendition extends Rendition {
  readonly publication: string;
  readonly edition: number;
  readonly title: string;
  /** Last day (ISO date) on which it is to be shown, where the edition says so. */
  readonly until: string | null;
  readonly screens: readonly ScreenPages[];
}

/** What stands around the words on a full-colour screen. */
interface Frame {
  readonly title: string;
  readonly footer: string;
  readonly badge?: string;
  readonly qr: string;
  readonly qrWords?: string;
}

/**
 * SHA-256 over the pages of every screen; players report the same SHA-256 of each page, so that both sides
 * can be compared.
 */
export function pagesHash(
  screens: readonly { readonly screen: string; readonly pages: readonly string[] }[],
): string {
  return hashValue(screens.map(({ screen, pages }) => [screen, pages]).toSorted());
}

export async function renderEdition(edition: Edition, screens: readonly Screen[]): Promise<LedRendition> {
  const { header, publicNotice } = edition.content;
  const date = header.publishedOn ?? header.writtenOn;
  const pages = await renderScreens(screens, (screen) => {
    const words = renderLed(edition, profileOf(screen));
    return {
      words,
      frame: {
        title: words.heading.replace(/^【更正】/, ''),
        qr: edition.links.page,
        footer: date === undefined ? header.issuer : `${header.issuer}　${dateInWords(date)}`,
        ...(edition.corrects === undefined ? {} : { badge: '更正' }),
      },
    };
  });
  return {
    publication: edition.publication,
    edition: edition.edition,
    title: edition.content.title,
    until: publicNotice?.to ?? null,
    screens: pages,
    hash: hashOf(pages),
  };
}

export function renderWithdrawal(
  withdrawal: Withdrawal,
  screens: readonly Screen[],
): Promise<readonly ScreenPages[]> {
  return renderScreens(screens, (screen) => {
    const { verb, done, advice } = endingWords(withdrawal.act);
    const words = ledWithdrawal(withdrawal, profileOf(screen));
    return {
      words,
      frame: {
        title: words.heading.replace(`【${verb}】`, ''),
        footer: `以上内容${done}，${advice}`,
        badge: done,
        qr: withdrawal.links.page,
        qrWords: '扫码看说明',
      },
    };
  });
}

export const hashOf = (screens: readonly ScreenPages[]): string =>
  pagesHash(screens.map(({ screen, pages }) => ({ screen, pages: pages.map((page) => page.sha256) })));

async function renderScreens(
  screens: readonly Screen[],
  say: (screen: Screen) => { words: LedPages; frame: Frame },
): Promise<readonly ScreenPages[]> {
  const drawn = new Map<string, Pick<ScreenPages, 'text' | 'pages'>>();
  for (const screen of oneOfEachShape(screens)) {
    const { words, frame } = say(screen);
    drawn.set(shapeOf(screen), { text: words.text, pages: await drawPages(screen, words, frame) });
  }
  return screens.map((screen) => ({
    screen: screen.id,
    title: screen.title,
    ...(drawn.get(shapeOf(screen)) as Pick<ScreenPages, 'text' | 'pages'>),
  }));
}

async function drawPages(screen: Screen, words: LedPages, frame: Frame): Promise<readonly LedImage[]> {
  const images: LedImage[] = [];
  const titleLines = breakLines(words.heading, profileOf(screen).cols).length;
  for (const [i, page] of words.pages.entries()) {
    const png =
      screen.kind === 'strip'
        ? await renderStripPage(page.lines, screen)
        : await renderFullPage(
            screen,
            i === 0 ? page.lines.slice(titleLines) : page.lines,
            frame,
            `${i + 1} / ${words.pages.length}`,
          );
    images.push({ sha256: hashBytes(png), ms: page.dwellMs, png });
  }
  return images;
}

function renderFullPage(
  screen: Screen,
  paragraphs: readonly string[],
  { qr, qrWords, ...frame }: Frame,
  counter: string,
): Promise<Uint8Array> {
  const roomForCode = screen.width >= screen.height && screen.height >= 720;
  return renderScreenPage({
    ...frame,
    paragraphs,
    counter,
    width: screen.width,
    height: screen.height,
    ...(roomForCode ? { qr, ...(qrWords === undefined ? {} : { qrWords }) } : {}),
  });
}
