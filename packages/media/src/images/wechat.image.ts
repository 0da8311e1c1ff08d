import { loadSharp } from '../sharp.loader.ts';
import { sniffImage } from './sniff.image.ts';

/** 微信 media/uploadimg: jpg or png, under 1 MB. */
const most = 1_000_000;
const attempts: readonly { readonly side: number; readonly quality: number }[] = [
  { side: 2160, quality: 86 },
  { side: 1440, quality: 82 },
  { side: 1080, quality: 76 },
  { side: 900, quality: 65 },
  { side: 640, quality: 55 },
];

/**
 * A JPEG, or a PNG where the image is one and small enough, for 微信 media/uploadimg; upright, sRGB, without
 * EXIF (which may tell where a photo was taken).
 * @throws Error when it is no image, or cannot be made small enough
 */
export async function toWechatImage(bytes: Uint8Array): Promise<Uint8Array> {
  if (sniffImage(bytes) === null) throw new Error('this is no PNG, JPEG, GIF or WebP image');
  const sharp = await loadSharp();
  const upright = (side: number) =>
    sharp(bytes)
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
  if (sniffImage(bytes) === 'image/png') {
    const png = await upright(2160).png({ compressionLevel: 9 }).toBuffer();
    if (png.length < most) return png;
  }
  for (const { side, quality } of attempts) {
    const jpeg = await upright(side)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
    if (jpeg.length < most) return jpeg;
  }
  throw new Error('the image cannot be made smaller than 1 MB');
}
