import { shrinkImage, sniffImage, type ImageLimit } from '@towncrier/media';
import type { Picture } from '@towncrier/word';

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

/**
 * Upright, sRGB, small, and without what a telephone writes into its photos (place and device); null for what is
 * no picture for the web, or a damaged one.
 */
export async function fitForTheWeb(bytes: Uint8Array): Promise<Picture | null> {
  try {
    const small = await shrinkImage(bytes, limit);
    const type = sniffImage(small);
    return type === null ? null : { type, bytes: small };
  } catch {
    return null;
  }
}
