import {
  balanceTitle,
  drawingToSheet,
  loadTypesetter,
  qrSvg,
  toPrintImage,
  wideLength,
  type PrintImage,
  type Typeset,
} from '@towncrier/media';
import type { SheetBlock } from '../render/board.blocks.ts';
import { joinPieces, piecesOf } from './cut.ts';
import type { Paper, Poster, PosterLayout, PosterSheet } from './poster.ts';
import { withOrderedHeadings } from './heading.levels.ts';
import { posterTemplate } from './poster.template.ts';
import { piecesWorthTrying } from './room.ts';
import { placeCells } from './table.grid.ts';

/**
 * Sizes in pt, largest first; the last is the smallest that is still read at arm's length (A4) or over a
 * shoulder (A3).
 */
const papers: Readonly<
  Record<
    Paper,
    {
      width: number;
      height: number;
      scale: number;
      qrMm: number;
      sizes: readonly number[];
      titleSizes: readonly number[];
    }
  >
> = {
  A3: {
    width: 297,
    height: 420,
    scale: 1,
    qrMm: 80,
    sizes: [30, 27, 24, 22, 20, 18, 17, 16, 15, 14],
    titleSizes: [44, 40, 36, 32, 28],
  },
  A4: {
    width: 210,
    height: 297,
    scale: 0.72,
    qrMm: 60,
    sizes: [22, 20, 18, 17, 16, 15, 14, 13, 12, 11],
    titleSizes: [32, 28, 25, 22, 20],
  },
};
const marginMm = 17;
const pointsPerMm = 72 / 25.4;
/** The only date in the file: it must be the same whenever the same sheet is set. */
const created = Date.UTC(2000, 0, 1) / 1000;

type Print = (size: number, blocks: readonly SheetBlock[], cut: boolean) => Typeset;

/**
 * Sets the sheet on one page: in the largest size in which everything fits; where even the smallest does not
 * do, it ends early and says so.
 * Same sheet, same bytes. PDF/A-2a and PDF/UA-1.
 * @throws Error for a character that no font has
 */
export async function renderPoster(sheet: PosterSheet, { paper }: { paper: Paper }): Promise<Poster> {
  const print = await printer(sheet, paper);
  const layout = fit(print, sheet, paper);
  const set = layOut(print, sheet, layout);
  return { pdf: set.pdf(created), pages: set.pages, cut: layout.pieces !== null, layout };
}

/** The same sheet as a PNG, `width` pixels wide. */
export async function renderPosterPreview(
  sheet: PosterSheet,
  { paper, width = 1000, layout }: { paper: Paper; width?: number; layout?: PosterLayout },
): Promise<Uint8Array> {
  const print = await printer(sheet, paper);
  return drawingToSheet(layOut(print, sheet, layout ?? fit(print, sheet, paper)).svg(), width);
}

function layOut(print: Print, sheet: PosterSheet, { size, pieces }: PosterLayout): Typeset {
  return pieces === null
    ? print(size, sheet.blocks, false)
    : print(size, joinPieces(piecesOf(sheet.blocks).slice(0, pieces)), true);
}

function fit(print: Print, sheet: PosterSheet, paper: Paper): PosterLayout {
  const { sizes } = papers[paper];
  const smallest = sizes.at(-1) as number;
  const fits = (layout: PosterLayout): boolean => layOut(print, sheet, layout).pages === 1;
  const largest: PosterLayout = { size: sizes[0] as number, pieces: null };
  const all = piecesOf(sheet.blocks);
  const worth = piecesWorthTrying(all);
  const whole = worth === all.length;
  if (whole && fits(largest)) return largest;
  if (!whole || !fits({ size: smallest, pieces: null })) {
    const most = Math.min(worth, all.length - 1);
    return { size: smallest, pieces: highest(most, (pieces) => fits({ size: smallest, pieces })) };
  }
  const sizeAt = (steps: number): number => sizes[sizes.length - 1 - steps] as number;
  return {
    size: sizeAt(highest(sizes.length - 1, (steps) => fits({ size: sizeAt(steps), pieces: null }))),
    pieces: null,
  };
}

/** The highest count up to `most` that fits; 0 is taken to fit. */
function highest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function printer(sheet: PosterSheet, paper: Paper): Promise<Print> {
  const { sizes: _sizes, titleSizes, ...form } = papers[paper];
  const typeset = await loadTypesetter();
  const images = new Map<string, PrintImage>();
  for (const [id, bytes] of Object.entries(sheet.images)) images.set(id, await toPrintImage(bytes));
  const files = {
    'qr.svg': Buffer.from(await qrSvg(sheet.qr)),
    ...Object.fromEntries([...images].map(([id, image]) => [`${id}.jpg`, image.jpeg])),
  };
  const room = (form.width - 2 * marginMm * form.scale) * pointsPerMm;
  const fixed = { ...form, ...titleOf(sheet.title, room, titleSizes), ...around(sheet) };
  return (size, blocks, cut) =>
    typeset({
      template: posterTemplate,
      files,
      data: { ...fixed, size, cut, blocks: laidOut(withOrderedHeadings(blocks), images, form) },
    });
}

/** The largest size (pt) in which the title takes two lines of `room` pt, and its lines. */
function titleOf(titleText: string, room: number, sizes: readonly number[]) {
  const fits = (size: number): boolean => wideLength(titleText) * size <= room * 2 * 0.95;
  const titleSize = sizes.find(fits) ?? (sizes.at(-1) as number);
  return { titleText, titleSize, title: balanceTitle(titleText, Math.floor(room / titleSize)) };
}

/** What stands around the text. */
const around = ({ header, correction, publicNotice, footer, page, qr, fingerprint, band }: PosterSheet) => ({
  ground: band ?? null,
  header,
  correction,
  publicNotice,
  footer,
  page,
  qr,
  fingerprint,
  host: new URL(qr).host,
});

/**
 * Tables get places for their cells, images a width (% of the text) at which they take no more than a third
 * of the page's height.
 */
function laidOut(
  blocks: readonly SheetBlock[],
  images: ReadonlyMap<string, PrintImage>,
  form: { width: number; height: number },
): readonly object[] {
  return blocks.flatMap((block): readonly object[] => {
    switch (block.kind) {
      case 'table':
        return block.rows.length === 0
          ? []
          : [{ kind: block.kind, caption: block.caption, grid: placeCells(block.rows) }];
      case 'list':
        return [{ ...block, items: block.items.map((item) => laidOut(item, images, form)) }];
      case 'quote':
        return [{ ...block, blocks: laidOut(block.blocks, images, form) }];
      case 'image': {
        const image = images.get(block.media);
        if (image === undefined) return [];
        const highest = (form.height / 3 / form.width) * (image.width / image.height) * 100;
        return [
          {
            ...block,
            file: `${block.media}.jpg`,
            alt: block.alt === '' ? '图片' : block.alt,
            width: Math.min(70, highest),
          },
        ];
      }
      default:
        return [block];
    }
  });
}
