import { sha256 } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { writingTab } from './writing.tab.ts';

/** Longest form (characters) that is kept. A text has up to a million, and what it began from is in it, too. */
export const formLimit = 2_200_000;
/** How long (ms) what nobody came back for is kept. */
export const keptMs = 14 * 24 * 3_600_000;

const copied = {
  purpose: z
    .enum(['edit', 'correct'])
    .meta({ description: 'Another text of the draft, or the next edition' }),
  from: z
    .strictObject({
      version: z.int().positive(),
      contentHash: sha256,
    })
    .meta({ description: 'The version and the content that the writing started from' }),
  form: z
    .string()
    .min(2)
    .max(formLimit)
    .meta({ description: 'All that stands in the form of whoever writes, as their client reads it again' }),
};

export const workingCopyRequest = z
  .strictObject({ ...copied, tab: writingTab.optional() })
  .meta({ id: 'KeepWorkingCopy' });
export type WorkingCopyRequest = z.infer<typeof workingCopyRequest>;

export const workingCopy = z
  .object({ ...copied, savedAt: z.string().meta({ description: 'Instant (ISO 8601, UTC)' }) })
  .meta({ id: 'WorkingCopy' });
export type WorkingCopy = Frozen<z.infer<typeof workingCopy>>;

const workingCopyDoc = z.object({
  _id: z.string(),
  version: z.int().positive(),
  ...copied,
  savedAt: z.string(),
});
export type WorkingCopyDoc = Frozen<z.infer<typeof workingCopyDoc>>;
/** `_id` is the publication and the person who writes: one copy each, which only they can read. */
export const workingCopies: CollectionSpec<WorkingCopyDoc> = {
  name: 'working_copies',
  schemaVersion: 1,
  schema: workingCopyDoc,
  indexes: [['savedAt']],
};
