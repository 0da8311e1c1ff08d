import type { Rendition, Withdrawal } from '@towncrier/channel-kit';
import {
  breakLines,
  dateInWords,
  endingWords,
  hashBytes,
  hashValue,
  warningLevels,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { drawable } from './led.check.ts';
import { ledWithdrawal, renderLed, toldOn, type LedPage, type LedPages } from './render/led.pages.ts';
import { renderScreenPage } from './screen/screen.page.ts';
import { renderStripPage } from './screen/strip.page.ts';
import { profileOf, shapeNamed, type Shape } from './screen.shape.ts';

/** `ms`: how long it stays. `sha256`: of the PNG. */
export interface LedImage {
  readonly sha256: string;
  readonly ms: number;
  readonly png: Uint8Array;
}
/** What screens of one form show. */
export interface FormPages {
  readonly form: string;
  readonly text: string;
  readonly pages: readonly LedImage[];
}
export interface LedRendition extends Rendition {
  readonly publication: string;
  readonly edition: number;
  readonly title: string;
  /** Last day (ISO date) on which it is to be shown, where the edition says so. */
  readonly until: string | null;
  readonly urgent: boolean;
  /** What follows the title on the first form, a line for each piece. */
  readonly told: string;
  readonly forms: readonly FormPages[];
}

/** What stands around the words on a full-colour screen. */
interface Frame {
  readonly title: string;
  readonly footer: string;
  readonly badge?: string;
  readonly level?: { readonly paper: string; readonly ink: string };
  readonly qr: string;
  readonly qrWords?: string;
}

/**
 * SHA-256 over the pages of every form; players report the same SHA-256 of each page, so that both sides can be
 * compared.
 */
export function pagesHash(
  forms: readonly { readonly form: string; readonly pages: readonly string[] }[],
): string {
  return hashValue(forms.map(({ form, pages }) => [form, pages]).toSorted());
}

export async function renderEdition(edition: Edition, forms: readonly string[]): Promise<LedRendition> {
  const { header, publicNotice } = edition.content;
  const date = header.publishedOn ?? header.writtenOn;
  const drawn = await renderForms(forms, (shape) => {
    const shown = drawable(edition, shape);
    const words = renderLed(shown, profileOf(shape));
    const { issuer } = shown.content.header;
    return {
      words,
      frame: {
        title: words.heading.replace(/^【更正】/, ''),
        qr: edition.links.page,
        footer: date === undefined ? issuer : `${issuer}　${dateInWords(date)}`,
        ...markOf(edition),
      },
    };
  });
  return {
    publication: edition.publication,
    edition: edition.edition,
    title: edition.content.title,
    until: publicNotice?.to ?? null,
    urgent: edition.urgent === true,
    told: forms
      .slice(0, 1)
      .map((form) => toldOn(edition, profileOf(shapeNamed(form))))
      .join(''),
    forms: drawn,
    hash: hashOf(drawn),
  };
}

/** What stands out above the title: that it corrects, and the level of a warning on its own colour. */
function markOf({ corrects, content: { warning } }: Edition): Pick<Frame, 'badge' | 'level'> {
  const corrected = corrects === undefined ? [] : ['更正'];
  if (warning === undefined) return corrected.length === 0 ? {} : { badge: '更正' };
  const { short, paper, ink } = warningLevels[warning.level];
  return { badge: [...corrected, short].join('　'), level: { paper, ink } };
}

export function renderWithdrawal(
  withdrawal: Withdrawal,
  forms: readonly string[],
): Promise<readonly FormPages[]> {
  return renderForms(forms, (shape) => {
    const { mark, done, advice } = endingWords(withdrawal.act);
    const words = ledWithdrawal(withdrawal, profileOf(shape));
    return {
      words,
      frame: {
        title: words.heading.replace(`【${mark}】`, ''),
        footer: `以上内容${done}，${advice}`,
        badge: done,
        qr: withdrawal.links.page,
        qrWords: '扫码看说明',
      },
    };
  });
}

export const hashOf = (forms: readonly FormPages[]): string =>
  pagesHash(forms.map(({ form, pages }) => ({ form, pages: pages.map((page) => page.sha256) })));

async function renderForms(
  forms: readonly string[],
  say: (shape: Shape) => { words: LedPages; frame: Frame },
): Promise<readonly FormPages[]> {
  const drawn = forms.map(async (form) => {
    const shape = shapeNamed(form);
    const { words, frame } = say(shape);
    return { form, text: words.text, pages: await drawPages(shape, words, frame) };
  });
  return Promise.all(drawn);
}

function drawPages(screen: Shape, words: LedPages, frame: Frame): Promise<readonly LedImage[]> {
  const images = words.pages.map(async (page, i) => {
    const png =
      screen.kind === 'strip'
        ? await renderStripPage(page.lines, { ...screen, spread: screen.drawing > 2 })
        : await renderFullPage(
            screen,
            paragraphsOn(i, page, words, screen),
            frame,
            `${i + 1} / ${words.pages.length}`,
          );
    return { sha256: hashBytes(png), ms: page.dwellMs, png };
  });
  return Promise.all(images);
}

/** Lines of the grid; on the only page the words as they are, which become as large as there is room. */
function paragraphsOn(i: number, { lines }: LedPage, words: LedPages, screen: Shape): readonly string[] {
  if (screen.drawing > 1 && words.pages.length === 1) return words.paragraphs;
  const titleLines = breakLines(words.heading, profileOf(screen).cols).length;
  return i === 0 ? lines.slice(titleLines) : lines;
}

function renderFullPage(
  screen: Shape,
  paragraphs: readonly string[],
  { qr, qrWords, ...frame }: Frame,
  counter: string,
): Promise<Uint8Array> {
  return renderScreenPage({
    ...frame,
    paragraphs,
    counter,
    width: screen.width,
    height: screen.height,
    drawing: screen.drawing,
    ...(screen.code ? { qr, ...(qrWords === undefined ? {} : { qrWords }) } : {}),
  });
}
