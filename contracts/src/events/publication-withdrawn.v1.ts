import { z } from 'zod';
import { channelId, instant, lane, publicationId } from '../edition.ts';
import { defineEvent } from '../envelope.ts';
import { knownPosting } from '../standing.ts';

/** A publication was taken back. Always travels in the urgent lane: a withdrawal never waits behind bulk. */
export const publicationWithdrawnV1 = defineEvent(
  'publication-withdrawn.v1',
  z.object({
    lane,
    publication: publicationId,
    /** The edition in force when it was withdrawn. */
    edition: z.int().positive(),
    title: z.string().min(1),
    /** Why it ended: taken back (the default), its validity is over, or another act repealed it. */
    act: z.enum(['withdraw', 'expire', 'repeal']).optional(),
    /** The words the public reads. */
    reason: z.string().min(1).max(500),
    links: z.object({ page: z.url() }),
    channels: z.array(z.object({ id: channelId })).min(1),
    /** What the ledger knows to stand, on all channels. Absent when the ledger could not be asked. */
    standing: z.array(knownPosting).optional(),
    withdrawnAt: instant,
  }),
);
export type PublicationWithdrawn = z.infer<typeof publicationWithdrawnV1.data>;
