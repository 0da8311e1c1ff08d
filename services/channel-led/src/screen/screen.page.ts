import { balanceTitle, drawingToPng, highest, loadTypesetter, qrSvg, wideLength } from '@towncrier/media';
import { codeShare } from './code.readable.ts';
import { evenLines } from '../render/even.lines.ts';
import type { Drawing } from '../screen.shape.ts';
import { screenTemplate } from './screen.template.ts';

export interface ScreenPage {
  readonly title: string;
  /** One line or paragraph each; a leading `时间：` and the like is set off. */
  readonly paragraphs: readonly string[];
  readonly footer: string;
  /** e.g. `2 / 3`. */
  readonly counter?: string;
  /** e.g. `更正`, `已撤回`. */
  readonly badge?: string;
  /** Colours (sRGB) of the level of a warning, for its badge. */
  readonly level?: { readonly paper: string; readonly ink: string };
  /** What a QR code beside the words says; none where it is absent. */
  readonly qr?: string;
  /** Under the code; default 扫码看全文. */
  readonly qrWords?: string;
  /** 1: letters no larger than a grid of lines takes. 2: words begin below the title, however few there are. */
  readonly drawing?: Drawing;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Of a PNG: the smallest takes thrice as long as one that is a third larger. */
const effort: Readonly<Record<Drawing, number>> = { 1: 9, 2: 6, 3: 3 };
const design = {
  side: 1080,
  margin: 96,
  qrSide: codeShare * 1080,
  gutter: 48,
  titleSizes: [92, 78, 64, 52],
  largestSizes: [132, 122],
  largerSizes: [112, 104, 96, 90, 84, 78, 72, 67],
  largerTitles: [132, 120, 106],
  sizes: [62, 58, 54, 50, 46, 42, 38, 34, 30],
} as const;

/**
 * One page of a full-colour screen as a PNG: same page, same bytes. The words become smaller until they fit.
 * @throws RangeError when they do not fit at the smallest legible size
 */
export async function renderScreenPage(page: ScreenPage): Promise<Uint8Array> {
  const typeset = await loadTypesetter();
  const unit = Math.min(page.width, page.height) / design.side;
  const room = page.width / unit - 2 * design.margin;
  const data = { ...pageData(page, room), unit };
  const files = page.qr === undefined ? {} : { 'qr.svg': Buffer.from(await qrSvg(page.qr)) };
  const wordsAt = (size: number) =>
    (page.drawing ?? 1) > 2 ? { paragraphs: wholeWords(page.paragraphs, lineRoom(page, room) / size) } : {};
  const set = (size: number) =>
    typeset({ template: screenTemplate, files, data: { ...data, ...wordsAt(size), size } });
  const size = largest(sizesFor(page, room), (tried) => set(tried).pages === 1);
  if (size === null)
    throw new RangeError(
      `${page.paragraphs.join('').length} characters do not fit a screen of ${page.width}×${page.height}`,
    );
  return drawingToPng(set(size).svg(), page, effort[page.drawing ?? 1]);
}

/** The first of the sizes, largest first, that fits: no smaller letters take more room. */
function largest(sizes: readonly number[], fits: (size: number) => boolean): number | null {
  const found = highest(sizes.length, (count) => fits(sizes.at(-count) as number));
  return found === 0 ? null : (sizes.at(-found) as number);
}

/** Beside few words a title of two lines on a portrait screen is lost. */
const fewWords = 60;
const titleLines = ({ drawing = 1, width, height, paragraphs }: ScreenPage): number =>
  drawing > 2 && height > width && paragraphs.join('').length <= fewWords ? 3 : 2;

/** `room`: width for words, in units of the design. */
function pageData(page: ScreenPage, room: number) {
  const { drawing = 1 } = page;
  const titleSizes = drawing > 1 ? [...design.largerTitles, ...design.titleSizes] : design.titleSizes;
  const most = room * titleLines(page);
  const titleSize = titleSizes.find((size) => wideLength(page.title) * size <= most) ?? design.titleSizes[3];
  return {
    width: page.width,
    height: page.height,
    titleSize,
    // digits are a little wider than half a character
    title: balanceTitle(page.title, Math.floor(room / titleSize) - (drawing > 1 ? 1 : 0)),
    paragraphs: page.paragraphs.map(labelled),
    footer: page.footer,
    counter: page.counter ?? '',
    badge: page.badge ?? null,
    level: page.level ?? null,
    qr: page.qr ?? null,
    qrWords: page.qrWords ?? '扫码看全文',
    qrSide: design.qrSide,
    gutter: design.gutter,
    spread: drawing > 2,
  };
}

/**
 * Sizes to try, largest first. A line broken for a grid stays one line; only what is longer than any line
 * could be is broken again.
 */
function sizesFor(page: ScreenPage, room: number): readonly number[] {
  const { paragraphs, drawing = 1 } = page;
  const larger = [...(drawing > 2 ? design.largestSizes : []), ...design.largerSizes];
  if (drawing > 1) return [...larger, ...design.sizes];
  const line = lineRoom(page, room);
  const widest = Math.max(0, ...paragraphs.map(wideLength));
  const wide = design.sizes.find((size) => (widest + 1) * size <= line) ?? design.sizes[0];
  return design.sizes.filter((size) => size <= wide);
}

/** Digits are a little wider than half a character. */
const spare = 0.5;

/** Lines of at most so many characters, broken between words. */
const wholeWords = (paragraphs: readonly string[], most: number) =>
  paragraphs.map((paragraph) => labelled(evenLines(paragraph, Math.floor(most - spare)).join('\n')));

/** Width for words beside the code, in units of the design. */
const lineRoom = ({ qr }: ScreenPage, room: number): number =>
  qr === undefined ? room : room - design.qrSide - design.gutter;

function labelled(paragraph: string): { label: string | null; words: string } {
  const found = /^(更正|原因|时间|地点|电话|公示期)：/.exec(paragraph);
  return found === null
    ? { label: null, words: paragraph }
    : { label: found[0], words: paragraph.slice(found[0].length) };
}
