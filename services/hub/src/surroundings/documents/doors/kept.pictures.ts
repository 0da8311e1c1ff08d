import type { Loss } from '@towncrier/content';
import { picturePages } from '@towncrier/media';
import type { PictureStore } from '../../../publications/pictures/picture.store.ts';

/** Keeps the pictures that come with a file. */
export type KeepPicture = Pick<PictureStore, 'take'>;

const address = /data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)/g;
/** An edition carries no more; the rest stays as it is, and the import says so. */
const most = 50;
/** Milliseconds for all pictures of a text. */
const within = 60_000;

interface Kept {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/**
 * The text with every picture that it holds kept, and named instead. One that cannot be read stays as it is: the
 * import says so.
 */
export async function withKeptPictures(text: string, pictures: KeepPicture): Promise<Kept> {
  const named = new Map<string, string>();
  const losses: Loss[] = [];
  const until = performance.now() + within;
  for (const [index, [whole, data = '']] of [...text.matchAll(address)].entries()) {
    if (named.has(whole)) continue;
    if (named.size >= most || performance.now() > until) break;
    const original = Buffer.from(data, 'base64');
    const kept = await pictures.take(original);
    named.set(whole, kept === null ? whole : `media:${kept.media.id}`);
    const pages = kept === null ? 1 : await picturePages(original);
    if (pages > 1)
      losses.push({
        kind: 'picture-pages',
        where: `第${index + 1}张图片`,
        count: 1,
        excerpt: `共${pages}页`,
      });
  }
  return { text: text.replace(address, (whole) => named.get(whole) ?? whole), losses };
}
