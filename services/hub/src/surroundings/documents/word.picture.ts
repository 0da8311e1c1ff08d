import { needsOffice, picturePages, webPicture, type Crop, type NoPicture } from '@towncrier/media';
import type { Picture, NoPicture as NotMade } from '@towncrier/word';
import type { KeepPicture } from './doors/kept.pictures.ts';

/**
 * Upright, sRGB, small, and without what a telephone writes into its photos (place and device); null for what is
 * no picture for the web and cannot be made one, or a damaged one.
 */
export async function fitForTheWeb(bytes: Uint8Array): Promise<Picture | null> {
  const made = await pictureOrLoss(bytes);
  return made === null || 'lost' in made ? null : made;
}

/**
 * As `fitForTheWeb`, with why there is none, where an editor can do something about it.
 * @param drawWithin milliseconds that an office program may take for a drawing of its own kind
 */
export async function pictureOrLoss(
  bytes: Uint8Array,
  { crop, drawWithin }: { readonly crop?: Crop | undefined; readonly drawWithin?: number } = {},
): Promise<Picture | NotMade | null> {
  const made = await webPicture(bytes, {
    ...(crop === undefined ? {} : { crop }),
    ...(drawWithin === undefined ? {} : { drawWithin }),
  });
  if (typeof made === 'string') return lostAs[made];
  const { type, pages, doubtfulCrop } = made;
  const picture = { type, bytes: made.bytes, cropped: crop !== undefined };
  if (pages > 1) return { ...picture, told: pagesTold(pages) };
  return doubtfulCrop ? { ...picture, told: { kind: 'picture-changed', words: '裁剪' } } : picture;
}

/**
 * A picture of a document, kept with its original; what is cut off one is not kept with it.
 * @param drawWithin milliseconds that are left for an office program
 */
export async function keptPicture(
  original: Uint8Array,
  given: { readonly crop: Crop | undefined; readonly drawWithin: number },
  pictures: KeepPicture,
): Promise<Picture | NotMade | null> {
  if (given.crop !== undefined) return pictureOrLoss(original, given);
  if (given.drawWithin === 0 && needsOffice(original)) return null;
  const kept = await pictures.take(original);
  if (kept === null) return whyNot(original);
  const picture = { type: kept.media.mediaType, bytes: kept.bytes };
  const pages = await picturePages(original);
  return pages > 1 ? { ...picture, told: pagesTold(pages) } : picture;
}

/** It was tried in full already. */
async function whyNot(original: Uint8Array): Promise<NotMade | null> {
  const again = await pictureOrLoss(original, { drawWithin: 0 });
  return again !== null && 'lost' in again ? again : null;
}

const pagesTold = (pages: number): NonNullable<Picture['told']> => ({
  kind: 'picture-pages',
  words: `共${pages}页`,
});

const lostAs: Readonly<Record<NoPicture, NotMade | null>> = {
  unknown: null,
  damaged: null,
  'not-drawn': null,
  'too-heavy': null,
  heic: { lost: { kind: 'picture', words: 'HEIC照片' } },
  'too-many-pixels': { lost: { kind: 'picture-pixels', words: '' } },
};
