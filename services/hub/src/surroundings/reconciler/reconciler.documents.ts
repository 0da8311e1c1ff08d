import { channelId, operation, publicationId, settledOutcome } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';

const stored = { _id: z.string(), version: z.int() };

/**
 * What the hub knows about one operation it let out: who has taken it over. Derived from the publication,
 * which holds the truth. `_id` is `publication:edition:operation`.
 */
const releaseDoc = z.object({
  ...stored,
  publication: publicationId,
  edition: z.int().positive(),
  operation,
  releasedAt: z.string(),
  channels: z.array(z.object({ id: channelId, accepted: z.boolean(), outcome: settledOutcome.nullable() })),
  /** How often it was told again. */
  tellings: z.int().nonnegative(),
  /** When it is to be told again; null when every channel has taken it over, or it is too old. */
  nextAt: z.string().nullable(),
});
export type ReleaseDoc = Frozen<z.infer<typeof releaseDoc>>;
export const releaseRecords: CollectionSpec<ReleaseDoc> = {
  name: 'releases',
  schemaVersion: 1,
  schema: releaseDoc,
  indexes: [['nextAt'], ['releasedAt']],
};

const dutyDoc = z.object({
  ...stored,
  /** Where a retelling of everything stands; null when none is under way. */
  retelling: z.object({ since: z.string(), cursor: z.string().nullable() }).nullable(),
  lease: z.object({ token: z.string(), until: z.string() }).nullish(),
});
export type DutyDoc = Frozen<z.infer<typeof dutyDoc>>;
/** One document, `reconciler`: whoever holds its lease is on duty. */
export const duties: CollectionSpec<DutyDoc> = {
  name: 'duties',
  schemaVersion: 1,
  schema: dutyDoc,
  indexes: [],
};
