import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';

const attachmentDoc = z.object({
  _id: z.string(),
  version: z.int(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  by: z.string(),
  at: z.string(),
});
export type AttachmentDoc = Frozen<z.infer<typeof attachmentDoc>>;
/** `_id` is the SHA-256 of the file; the bytes lie in `<data>/attachments`. */
export const attachments: CollectionSpec<AttachmentDoc> = {
  name: 'attachments',
  schemaVersion: 1,
  schema: attachmentDoc,
  indexes: [],
};

/** `href` goes into the text; it answers once an edition that names it is in force, and no longer. */
export const attachmentView = z
  .object({ hash: z.string(), name: z.string(), type: z.string(), bytes: z.int(), href: z.url() })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.infer<typeof attachmentView>;
