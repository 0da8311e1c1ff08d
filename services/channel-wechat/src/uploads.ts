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
 * What was uploaded once is not uploaded again; the way back from an address to the image is kept for
 * read-back.
 */
export class Uploads {
  constructor(private readonly known: Collection<Upload>) {}

  async once(id: string, send: () => Promise<string>): Promise<string> {
    const found = await this.known.get(id);
    if (found !== null) return found.place;
    const place = await send();
    await this.known.insert({ _id: id, place });
    return place;
  }

  /** The content with each of our images named by its SHA-256 again. */
  async named(content: string): Promise<string> {
    let named = content;
    for (const [, address] of content.matchAll(/src="(https?:\/\/[^"]+)"/g)) {
      const page = await this.known.find({ place: (address ?? '').replaceAll('&amp;', '&') }, { limit: 1 });
      const [found] = page.items;
      if (found !== undefined) named = named.replaceAll(address as string, `media://${found._id}`);
    }
    return named;
  }
}
