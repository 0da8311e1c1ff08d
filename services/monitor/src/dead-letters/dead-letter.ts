import { deadLetter } from '@towncrier/contracts';
import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

export const deadLetterDoc = deadLetter.extend({
  _id: z.string(),
  version: z.int(),
  /** All of it where it was kept, which letters of earlier releases were not. */
  raw: z.string().optional(),
  stream: z.string().optional(),
  sequence: z.int().optional(),
  /** What a person did about it; absent while it waits. */
  settled: z
    .object({ act: z.enum(['again', 'void']), by: z.string(), at: z.string(), reason: z.string() })
    .optional(),
});
export type DeadLetterDoc = z.infer<typeof deadLetterDoc>;
export const deadLetterCollection: CollectionSpec<DeadLetterDoc> = {
  name: 'dead_letters',
  schemaVersion: 1,
  schema: deadLetterDoc,
  // absent counts as null: what waits is found by null
  indexes: [['at'], ['settled.at', 'at']],
};
