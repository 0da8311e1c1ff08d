import { media, publicationId, sha256 } from '@towncrier/contracts';
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

/** A picture that a body has used. */
export const libraryPicture = z
  .object({
    media: pictureView,
    alt: z.string(),
    caption: z.string().nullable(),
    source: z.string().nullable(),
    uses: z.int().positive().meta({ description: 'In how many publications of the body it stands' }),
    lastUsed: z.object({ id: publicationId, title: z.string() }),
  })
  .meta({ id: 'LibraryPicture' });
export type LibraryPicture = Frozen<z.infer<typeof libraryPicture>>;

export const libraryQuery = z.strictObject({
  organisation: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({ description: 'The body whose pictures are meant; one’s own when absent' }),
});
