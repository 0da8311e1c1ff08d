import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';

export interface AttachmentDoc extends Doc {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly by: string;
  readonly at: string;
}
/** `_id` is the SHA-256 of the file; the bytes lie in `<data>/attachments`. */
export const attachments: CollectionSpec<AttachmentDoc> = {
  name: 'attachments',
  schema: z.object({
    _id: z.string(),
    version: z.int(),
    name: z.string(),
    type: z.string(),
    bytes: z.int(),
    by: z.string(),
    at: z.string(),
  }),
  indexes: [],
};

/** `href` goes into the text; it answers once an edition that names it is in force, and no longer. */
export const attachmentView = z
  .object({ hash: z.string(), name: z.string(), type: z.string(), bytes: z.int(), href: z.url() })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.infer<typeof attachmentView>;
