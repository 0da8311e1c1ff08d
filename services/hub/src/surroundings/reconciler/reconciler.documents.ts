import { channelId, operation, publicationId, settledOutcome } from '@towncrier/contracts';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import type { ReleaseRecord } from './release.record.ts';

export interface ReleaseDoc extends ReleaseRecord, Doc {}
export const releaseRecords: CollectionSpec<ReleaseDoc> = {
  name: 'releases',
  schema: z.object({
    _id: z.string(),
    version: z.int(),
    publication: publicationId,
    edition: z.int().positive(),
    operation,
    releasedAt: z.string(),
    channels: z.array(z.object({ id: channelId, accepted: z.boolean(), outcome: settledOutcome.nullable() })),
    tellings: z.int().nonnegative(),
    nextAt: z.string().nullable(),
  }),
  indexes: [['nextAt'], ['releasedAt']],
};

export interface DutyDoc extends Doc {
  /** Where a retelling of everything stands; null when none is under way. */
  readonly retelling: { readonly since: string; readonly cursor: string | null } | null;
  readonly lease?: { readonly token: string; readonly until: string } | null | undefined;
}
/** One document, `reconciler`: whoever holds its lease is on duty. */
export const duties: CollectionSpec<DutyDoc> = {
  name: 'duties',
  schema: z.object({
    _id: z.string(),
    version: z.int(),
    retelling: z.object({ since: z.string(), cursor: z.string().nullable() }).nullable(),
    lease: z.object({ token: z.string(), until: z.string() }).nullish(),
  }),
  indexes: [],
};
