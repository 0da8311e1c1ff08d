import { loadSharp } from '../sharp.loader.ts';

export interface PrintImage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * sRGB on white, at most 2,000 pixels a side, no metadata: any image a browser shows becomes one that PDF/A
 * may hold.
 */
export async function toPrintImage(bytes: Uint8Array): Promise<PrintImage> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes)
    .rotate()
    .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}
