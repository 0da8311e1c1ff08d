import type { EditionContent, Media } from '@towncrier/contracts';
import { namePictures, type Loss } from '@towncrier/content';
import type { PictureStore } from './picture.store.ts';

/** All pictures of an edition together (bytes): a preview shows them in one answer of at most 8 MB. */
export const allPicturesLimit = 4 * 1024 * 1024;

export interface Settled {
  readonly content: EditionContent;
  readonly losses: readonly Loss[];
}

/**
 * Keeps the pictures that came inside a source, and names them instead. One that cannot be read, or is beyond
 * what an edition carries, is a loss, and its words stand in its place.
 */
export async function settlePictures(
  pictures: Pick<PictureStore, 'take'>,
  content: EditionContent,
): Promise<Settled> {
  const named = new Map<string, Media | null>();
  const losses: Loss[] = [];
  let total = 0;
  for (const [index, { id, bytes, data }] of content.media.entries()) {
    const media = data === undefined ? { bytes } : await taken(pictures, data);
    const fits = media !== null && total + media.bytes <= allPicturesLimit;
    if (fits) total += media.bytes;
    else losses.push(lossOf(media === null ? 'picture' : 'large-picture', index + 1));
    if (!fits) named.set(id, null);
    else if ('id' in media) named.set(id, media);
  }
  return { content: namePictures(content, named), losses };
}

const taken = async (pictures: Pick<PictureStore, 'take'>, data: string): Promise<Media | null> =>
  (await pictures.take(Buffer.from(data, 'base64')))?.media ?? null;

const lossOf = (kind: 'picture' | 'large-picture', number: number): Loss => ({
  kind,
  where: `第${number}张图片`,
  count: 1,
  excerpt: '',
});
