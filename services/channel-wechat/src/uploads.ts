import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

const upload = z.object({ _id: z.string(), version: z.int(), place: z.string() });
type Upload = z.infer<typeof upload>;
export const uploads: CollectionSpec<Upload> = {
  name: 'uploads',
  schemaVersion: 1,
  schema: upload,
  indexes: [['place']],
};

/**
 * What was uploaded to an account once is not uploaded to it again; the way back from an address to the image
 * is kept for read-back. The id is `account/image`; without an account where it comes from the time when there
 * was only one.
 */
export class Uploads {
  constructor(private readonly known: Collection<Upload>) {}

  async once(account: string, image: string, send: () => Promise<string>): Promise<string> {
    const found = await this.placeOf(account, image);
    if (found !== null) return found;
    const place = await send();
    await this.known.insert({ _id: idOf(account, image), place });
    return place;
  }

  async placeOf(account: string, image: string): Promise<string | null> {
    return (await this.known.get(idOf(account, image)))?.place ?? null;
  }

  async forget(account: string, image: string): Promise<void> {
    await this.known.delete(idOf(account, image));
  }

  /** The content with each of our images named by its SHA-256 again. */
  async named(content: string): Promise<string> {
    let named = content;
    for (const [, address] of content.matchAll(/src="(https?:\/\/[^"]+)"/g)) {
      const page = await this.known.find({ place: (address ?? '').replaceAll('&amp;', '&') }, { limit: 1 });
      const [found] = page.items;
      if (found !== undefined) named = named.replaceAll(address as string, `media://${imageOf(found)}`);
    }
    return named;
  }
}

const idOf = (account: string, image: string): string => `${account}/${image}`;
const imageOf = ({ _id }: Upload): string => _id.split('/').at(-1) ?? _id;
