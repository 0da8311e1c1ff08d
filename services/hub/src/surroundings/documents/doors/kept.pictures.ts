import type { PictureStore } from '../../../publications/pictures/picture.store.ts';

/** Keeps the pictures that come with a file. */
export type KeepPicture = Pick<PictureStore, 'take'>;

const address = /data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)/g;

/**
 * The text with every picture that it holds kept, and named instead. One that cannot be read stays as it is: the
 * import says so.
 */
export async function withKeptPictures(text: string, pictures: KeepPicture): Promise<string> {
  const named = new Map<string, string>();
  for (const [whole, data = ''] of text.matchAll(address)) {
    if (named.has(whole)) continue;
    const kept = await pictures.take(Buffer.from(data, 'base64'));
    if (kept !== null) named.set(whole, `media:${kept.media.id}`);
  }
  return text.replace(address, (whole) => named.get(whole) ?? whole);
}
