import type { Sharp } from 'sharp';
import { shrunk, type ImageLimit, type SmallImage } from '../images/small.image.ts';
import { machineOffice } from '../office/machine.office.ts';
import { loadSharp } from '../sharp.loader.ts';
import { bmpPixels, bmpSize } from './bmp.pixels.ts';
import { cutOut, type Crop } from './crop.ts';
import { metafileDocument } from './metafile.document.ts';
import { pictureKind } from './picture.kind.ts';

export interface WebPicture extends SmallImage {
  /** Pages of the original, or frames of a moving picture; only the first one is in `bytes`. */
  readonly pages: number;
  /** It was cut, and how it lay was said in another way too: which part is seen should be looked at. */
  readonly doubtfulCrop: boolean;
}

/**
 * Why there is none. `unknown`: no picture that we know · `damaged` · `too-many-pixels` · `heic`: coded in a way
 * that we may not read · `not-drawn`: it needs an office program, which is not there or could not draw it ·
 * `too-heavy`: not small enough with any loss
 */
export type NoPicture = 'unknown' | 'damaged' | 'too-many-pixels' | 'heic' | 'not-drawn' | 'too-heavy';

export interface WebPictureOptions {
  /** The part that is seen; all of it without. */
  readonly crop?: Crop;
  /** Milliseconds that an office program may take to draw it. */
  readonly drawWithin?: number;
}

/** A picture of a page in the web: quick to load on a telephone, sharp enough to read a form. */
const limit: ImageLimit = {
  under: 200 * 1024,
  attempts: [
    { side: 2_000, quality: 82 },
    { side: 2_000, quality: 70 },
    { side: 1_600, quality: 70 },
    { side: 1_280, quality: 65 },
    { side: 1_000, quality: 60 },
  ],
};
/** 10,000 × 10,000 are refused by their head alone. The largest photos of telephones in use have 50 million. */
const limitInputPixels = 99_999_999;
const drawWithin = 20_000;

/**
 * Any picture that offices use (PNG, JPEG, GIF, WebP, AVIF, TIFF, BMP; EMF and WMF where the machine has an
 * office program) as one for the web: upright, sRGB, small, and without what a telephone writes into its photos
 * (place and device). Never an error.
 */
export async function webPicture(
  bytes: Uint8Array,
  options: WebPictureOptions = {},
): Promise<WebPicture | NoPicture> {
  const kind = pictureKind(bytes);
  if (kind === 'unknown' || kind === 'heic') return kind;
  if (kind === 'metafile') return drawnPicture(bytes, options);
  if (kind === 'bmp') return bmpPicture(bytes, options);
  const sharp = await loadSharp();
  return small(() => sharp(bytes, { limitInputPixels }), options);
}

/** Pages of a picture, or frames of a moving one; 1 for what cannot be read. By its head alone. */
export async function picturePages(bytes: Uint8Array): Promise<number> {
  if (!['web', 'tiff', 'avif'].includes(pictureKind(bytes))) return 1;
  const sharp = await loadSharp();
  try {
    return (await sharp(bytes, { limitInputPixels }).metadata()).pages ?? 1;
  } catch {
    return 1;
  }
}

/** Is it a drawing that only an office program draws? */
export const needsOffice = (bytes: Uint8Array): boolean => pictureKind(bytes) === 'metafile';

async function drawnPicture(bytes: Uint8Array, options: WebPictureOptions): Promise<WebPicture | NoPicture> {
  const files = [metafileDocument(bytes)];
  const [png = null] = await machineOffice().drawn('fodt', files, options.drawWithin ?? drawWithin);
  if (png === null) return 'not-drawn';
  const sharp = await loadSharp();
  return small(() => sharp(png), options);
}

async function bmpPicture(bytes: Uint8Array, options: WebPictureOptions): Promise<WebPicture | NoPicture> {
  const size = bmpSize(bytes);
  if (size !== null && size.width * size.height > limitInputPixels) return 'too-many-pixels';
  const pixels = bmpPixels(bytes);
  if (pixels === null) return 'damaged';
  const { data, width, height } = pixels;
  const sharp = await loadSharp();
  return small(() => sharp(data, { raw: { width, height, channels: 3 } }), options);
}

async function small(open: () => Sharp, { crop }: WebPictureOptions): Promise<WebPicture | NoPicture> {
  try {
    const { format, pages = 1, orientation = 1, autoOrient } = await open().metadata();
    const seen = crop === undefined ? undefined : cutOut(crop, autoOrient);
    const upright = seen === undefined ? open().rotate() : open().rotate().extract(seen);
    const picture = await shrunk(upright, { ...limit, asDrawing: format !== 'jpeg' && format !== 'webp' });
    return { ...picture, pages, doubtfulCrop: seen !== undefined && orientation !== 1 };
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): NoPicture {
  const words = error instanceof Error ? error.message : '';
  if (words.includes('exceeds pixel limit')) return 'too-many-pixels';
  return words.includes('cannot be made smaller') ? 'too-heavy' : 'damaged';
}
