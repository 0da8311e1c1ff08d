import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** A message nobody could handle, with its cause, for a person to judge. */
export const deadLetter = z
  .object({
    id: z.string(),
    service: z.string(),
    subject: z.string(),
    cause: z.string(),
    at: z.string(),
    excerpt: z.string(),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetter = z.infer<typeof deadLetter>;
export const deadLetterDoc = deadLetter.extend({ _id: z.string(), version: z.int() });
export type DeadLetterDoc = z.infer<typeof deadLetterDoc>;
export const deadLetterCollection: CollectionSpec<DeadLetterDoc> = {
  name: 'dead_letters',
  schema: deadLetterDoc,
  indexes: [['at']],
};
