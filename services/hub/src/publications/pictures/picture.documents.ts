import { media, sha256 } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';

const pictureDoc = z.strictObject({
  _id: sha256,
  version: z.int(),
  mediaType: media.shape.mediaType,
  bytes: z.int().positive(),
  original: sha256,
  at: z.iso.datetime(),
});
export type PictureDoc = Frozen<z.infer<typeof pictureDoc>>;
/**
 * `_id` is the SHA-256 of the picture as channels show it, `original` that of the file it was made from; both lie
 * in `<data>/pictures`.
 */
export const pictures: CollectionSpec<PictureDoc> = {
  name: 'pictures',
  schemaVersion: 1,
  schema: pictureDoc,
  indexes: [['original']],
};

/** As an edition names it. In HTML and Markdown its address is `media:` and the id. */
export const pictureView = media.omit({ data: true }).meta({ id: 'KeptPicture' });
