import type { Sharp } from 'sharp';
import { loadSharp } from '../sharp.loader.ts';
import { sniffImage } from './sniff.image.ts';

/** How small (bytes) an image must be, and what is given up for it, one attempt after the other. */
export interface ImageLimit {
  readonly under: number;
  /** Best first. */
  readonly attempts: readonly Attempt[];
}
interface Attempt {
  /** Longest side in pixels. */
  readonly side: number;
  /** Of the JPEG. */
  readonly quality: number;
}

export interface SmallImage {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A JPEG, or a PNG where the image is one and small enough at the first attempt's size; upright, sRGB, without
 * EXIF (which may tell where a photo was taken).
 * @throws Error when it is no image, or cannot be made small enough
 */
export async function shrinkImage(bytes: Uint8Array, limit: ImageLimit): Promise<Uint8Array> {
  const type = sniffImage(bytes);
  if (type === null) throw new Error('this is no PNG, JPEG, GIF or WebP image');
  const sharp = await loadSharp();
  const small = await shrunk(sharp(bytes).rotate(), { ...limit, asDrawing: type === 'image/png' });
  return small.bytes;
}

/**
 * As `shrinkImage`, of whatever was opened; `asDrawing`: as a PNG where that is small enough.
 * @param opened already upright
 */
export async function shrunk(
  opened: Sharp,
  { under, attempts, asDrawing }: ImageLimit & { readonly asDrawing: boolean },
): Promise<SmallImage> {
  const sharp = await loadSharp();
  const largest = Math.max(...attempts.map(({ side }) => side));
  // a photo of a telephone is decoded once, not once for each attempt
  const { data, info } = await resized(opened, largest)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const again = (side: number): Sharp => resized(sharp(data, { raw: { width, height, channels } }), side);
  const [best] = attempts;
  if (best !== undefined && asDrawing) {
    const png = await again(best.side).png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
    if (png.data.length < under) return of('image/png', png);
  }
  let last: Tried | null = null;
  for (const attempt of attempts) {
    const isLast = attempt === attempts.at(-1);
    if (!isLast && last !== null && isHopeless(attempt, last, under)) continue;
    const flat = again(attempt.side).flatten({ background: '#ffffff' });
    const quick = isLast ? 0 : (await flat.clone().jpeg({ quality: attempt.quality }).toBuffer()).length;
    last = { ...attempt, bytes: quick };
    // packing well takes ten times as long, and wins less than this
    if (quick > under * 1.4) continue;
    const jpeg = await flat
      .jpeg({ quality: attempt.quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    if (jpeg.data.length < under) return of('image/jpeg', jpeg);
  }
  throw new Error(`the image cannot be made smaller than ${under / 1_000_000} MB`);
}

interface Tried extends Attempt {
  readonly bytes: number;
}

/** Bytes go with the pixels, and roughly with the square of the quality: who misses by far need not try. */
function isHopeless({ side, quality }: Attempt, last: Tried, under: number): boolean {
  const share = (side / last.side) ** 2 * (quality / last.quality) ** 2;
  return last.bytes * share > under * 1.6;
}

const resized = (image: Sharp, side: number): Sharp =>
  image.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

interface Drawn {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}
const of = (type: SmallImage['type'], { data, info: { width, height } }: Drawn): SmallImage => ({
  type,
  bytes: data,
  width,
  height,
});
