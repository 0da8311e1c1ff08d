import {
  balanceTitle,
  loadTypesetter,
  qrSvg,
  toPrintImage,
  wideLength,
  type PrintImage,
  type Typeset,
} from '@towncrier/media';
import type { SheetBlock } from '../render/board.blocks.ts';
import { joinPieces, piecesOf } from './cut.ts';
import { fit } from './fit.poster.ts';
import type { Paper, Poster, PosterLayout, PosterSheet, Tables } from './poster.ts';
import { withOrderedHeadings } from './heading.levels.ts';
import { posterTemplate } from './poster.template.ts';
import { fitColumns } from './table.fit.ts';
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
/** The title stands on every sheet, in one of the smaller sizes. */
const titlesOfSeveral = 2;
const marginMm = 17;
const pointsPerMm = 72 / 25.4;
/** The only date in the file: it must be the same whenever the same sheet is set. */
const created = Date.UTC(2000, 0, 1) / 1000;

/**
 * `counting`: only its pages are of interest; there are as many, and they are set faster. A layout that was counted is
 * drawn without being set again.
 */
type Print = (layout: PosterLayout, blocks: readonly SheetBlock[], counting: boolean) => Typeset;

/**
 * Sets the sheet on one page in the largest size in which everything fits, or on several; where even the most
 * sheets do not do, it ends early and says so.
 * Same sheet, same bytes. PDF/A-2a and PDF/UA-1.
 * @param tables as they were drawn when the sheet was approved
 * @throws Error for a character that no font has
 */
export async function renderPoster(
  sheet: PosterSheet,
  { paper, tables = 'fitted' }: { paper: Paper; tables?: Tables },
): Promise<Poster> {
  const print = await printer(sheet, paper, tables);
  const layout = fit(sheet, papers[paper].sizes, (tried) => filled(layOut(print, sheet, tried, true)));
  const set = layOut(print, sheet, layout, false);
  return { pdf: set.pdf(created), pages: set.pages, cut: layout.pieces !== null, layout };
}

function layOut(print: Print, sheet: PosterSheet, layout: PosterLayout, counting: boolean): Typeset {
  const { pieces } = layout;
  const blocks = pieces === null ? sheet.blocks : joinPieces(piecesOf(sheet.blocks).slice(0, pieces));
  return print(layout, blocks, counting);
}

/** How many sheets were counted, of the last one the share that the text takes. */
function filled(counted: Typeset): number {
  const [ends] = counted.said('ends');
  const share = typeof ends === 'number' ? ends : 1;
  return counted.pages - 1 + Math.min(Math.max(share, leastShare), 1);
}

/** A sheet that is there is never taken to be empty. */
const leastShare = 0.01;

async function printer(sheet: PosterSheet, paper: Paper, tables: Tables): Promise<Print> {
  const { sizes: _sizes, titleSizes, ...form } = papers[paper];
  const typeset = await loadTypesetter();
  const images = new Map<string, PrintImage>();
  for (const [id, bytes] of Object.entries(sheet.images)) images.set(id, await toPrintImage(bytes));
  const files = {
    'qr.svg': Buffer.from(await qrSvg(sheet.qr)),
    ...Object.fromEntries([...images].map(([id, image]) => [`${id}.jpg`, image.jpeg])),
  };
  const room = (form.width - 2 * marginMm * form.scale) * pointsPerMm;
  const fixed = { ...form, ...around(sheet) };
  return ({ size, pieces, pictures, several }, blocks, counting) => {
    const title = titleOf(sheet.title, room, several ? titleSizes.slice(titlesOfSeveral) : titleSizes);
    const pictureHeight = (form.height / 3) * pictures;
    const laid = laidOut(withOrderedHeadings(blocks), images, {
      width: form.width,
      pictureHeight,
      room: tables === 'fitted' ? room / size : null,
    });
    const data = { ...fixed, ...title, size, several, cut: pieces !== null, blocks: laid, drawn: !counting };
    return typeset({ template: posterTemplate, files, data });
  };
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

/** `room`: width (em) that columns are fitted into; null to share it out as in the former form. */
function tableOf(
  { kind, caption, rows }: Extract<SheetBlock, { readonly kind: 'table' }>,
  room: number | null,
): object {
  const grid = placeCells(rows);
  return { kind, caption, grid, ...(room === null ? {} : fitColumns(grid, room)) };
}

/**
 * Tables get places for their cells, images a width (% of the text) at which they are no higher than they may
 * (mm).
 */
function laidOut(
  blocks: readonly SheetBlock[],
  images: ReadonlyMap<string, PrintImage>,
  form: { width: number; pictureHeight: number; room: number | null },
): readonly object[] {
  return blocks.flatMap((block): readonly object[] => {
    switch (block.kind) {
      case 'table':
        return block.rows.length === 0 ? [] : [tableOf(block, form.room)];
      case 'list':
        return [{ ...block, items: block.items.map((item) => laidOut(item, images, form)) }];
      case 'quote':
        return [{ ...block, blocks: laidOut(block.blocks, images, form) }];
      case 'image': {
        const image = images.get(block.media);
        if (image === undefined) return [];
        const highest = (form.pictureHeight / form.width) * (image.width / image.height) * 100;
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
