import { loadSharp } from '../sharp.loader.ts';
import { sniffImage } from './sniff.image.ts';

/** Longest side (pixels) of a picture that is kept. */
const longest = 6000;

export interface CleanImage {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg' | 'image/png';
}

/**
 * The picture drawn anew, upright and without anything hidden in it (EXIF may tell where a photo was taken):
 * PNG stays PNG, everything else becomes JPEG.
 * @throws Error when it is no PNG, JPEG, GIF or WebP image, or damaged
 */
export async function cleanImage(bytes: Uint8Array): Promise<CleanImage> {
  const type = sniffImage(bytes);
  if (type === null) throw new Error('this is no PNG, JPEG, GIF or WebP image');
  const sharp = await loadSharp();
  const drawn = sharp(bytes)
    .rotate()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  if (type === 'image/png') return { bytes: await drawn.png({ compressionLevel: 9 }).toBuffer(), type };
  return {
    bytes: await drawn.flatten({ background: '#ffffff' }).jpeg({ quality: 88, mozjpeg: true }).toBuffer(),
    type: 'image/jpeg',
  };
}
