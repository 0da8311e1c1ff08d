import { setImmediate } from 'node:timers/promises';
import type { PDFiumLibrary } from '@hyzyla/pdfium';
import { indexedPng } from '../images/indexed.png.ts';
import { loadSharp } from '../sharp.loader.ts';

/** Pixels for each point (1/72 inch) of the page: 216 dpi, where the page is not too large for it. */
const sharpness = 3;
const longestSide = 2_400;

let loaded: Promise<PDFiumLibrary> | null = null;

/** Loaded on the first page: it costs some 40 MB. */
function library(): Promise<PDFiumLibrary> {
  loaded ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary }) => PDFiumLibrary.init());
  return loaded;
}

/**
 * The first page of a PDF as a PNG without the white around what is drawn; null for a page with nothing on it.
 * @throws Error when it is no PDF
 */
export async function firstPage(pdf: Uint8Array): Promise<Uint8Array | null> {
  const document = await (await library()).loadDocument(pdf);
  try {
    const page = document.getPage(0);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(sharpness, longestSide / Math.max(originalWidth, originalHeight, 1));
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    return await trimmed(data, { width, height });
  } finally {
    document.destroy();
  }
}

/**
 * Every page of a PDF as a small PNG on white, about `width` pixels wide. Same file, same bytes.
 * Drawing a page holds the process up: between two, whatever else it is asked has its turn.
 * @throws Error when it is no PDF
 */
export async function pdfPictures(pdf: Uint8Array, width: number): Promise<readonly Uint8Array[]> {
  const document = await (await library()).loadDocument(pdf);
  try {
    const pictures: Uint8Array[] = [];
    for (const page of document.pages()) {
      const { originalWidth } = page.getOriginalSize();
      pictures.push(indexedPng(await page.render({ scale: width / originalWidth, render: 'bitmap' })));
      await setImmediate();
    }
    return pictures;
  } finally {
    document.destroy();
  }
}

async function trimmed(
  data: Uint8Array,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array | null> {
  const sharp = await loadSharp();
  const drawn = sharp(data, { raw: { ...size, channels: 4 } }).flatten({ background: '#ffffff' });
  const page = await drawn.png().toBuffer();
  const { channels } = await sharp(page).stats();
  if (channels.every(({ min }) => min === 255)) return null;
  return sharp(page).trim({ background: '#ffffff', threshold: 4 }).png().toBuffer();
}
