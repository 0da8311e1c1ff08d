import { deadLetter } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

export const deadLetterDoc = deadLetter.extend({ _id: z.string(), version: z.int() });
export type DeadLetterDoc = z.infer<typeof deadLetterDoc>;
export const deadLetterCollection: CollectionSpec<DeadLetterDoc> = {
  name: 'dead_letters',
  schemaVersion: 1,
  schema: deadLetterDoc,
  indexes: [['at']],
};
