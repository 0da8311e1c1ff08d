import type { CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** What became of one message to one number. */
export const result = z.object({
  _id: z.string(),
  version: z.int(),
  delivery: z.string(),
  call: z.string(),
  phone: z.string(),
  /** `unsent`: not handed over at all; `code` says why. */
  state: z.enum(['submitted', 'delivered', 'failed', 'unsent']),
  receipt: z.string(),
  code: z.string(),
  at: z.string(),
});
export type Result = z.infer<typeof result>;
export const results: CollectionSpec<Result> = {
  name: 'results',
  schemaVersion: 1,
  schema: result,
  indexes: [
    ['call', 'state'],
    ['delivery', 'phone'],
  ],
};
