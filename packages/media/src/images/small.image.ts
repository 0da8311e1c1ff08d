import { loadSharp } from '../sharp.loader.ts';
import { sniffImage } from './sniff.image.ts';

/** How small (bytes) an image must be, and what is given up for it, one attempt after the other. */
export interface ImageLimit {
  readonly under: number;
  /** Longest side in pixels and JPEG quality, best first. */
  readonly attempts: readonly { readonly side: number; readonly quality: number }[];
}

/**
 * A JPEG, or a PNG where the image is one and small enough at the first attempt's size; upright, sRGB, without
 * EXIF (which may tell where a photo was taken).
 * @throws Error when it is no image, or cannot be made small enough
 */
export async function shrinkImage(bytes: Uint8Array, { under, attempts }: ImageLimit): Promise<Uint8Array> {
  if (sniffImage(bytes) === null) throw new Error('this is no PNG, JPEG, GIF or WebP image');
  const sharp = await loadSharp();
  const upright = (side: number) =>
    sharp(bytes)
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
  const [best] = attempts;
  if (best !== undefined && sniffImage(bytes) === 'image/png') {
    const png = await upright(best.side).png({ compressionLevel: 9 }).toBuffer();
    if (png.length < under) return png;
  }
  for (const { side, quality } of attempts) {
    const jpeg = await upright(side)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
    if (jpeg.length < under) return jpeg;
  }
  throw new Error(`the image cannot be made smaller than ${under / 1_000_000} MB`);
}
