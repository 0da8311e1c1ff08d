import { z } from 'zod';
import { channelId, instant, lane, publicationId } from '../edition.ts';
import { defineEvent } from '../envelope.ts';
import { knownPosting } from '../standing.ts';

/**
 * How it ended: taken back (the default), its validity is over, another act repealed it, or the warning it
 * gave was lifted.
 */
export const endingAct = z.enum(['withdraw', 'expire', 'repeal', 'lift']);
export type EndingAct = z.infer<typeof endingAct>;

/** A publication was taken back. Always travels in the urgent lane: a withdrawal never waits behind bulk. */
export const publicationWithdrawnV1 = defineEvent(
  'publication-withdrawn.v1',
  z.object({
    lane,
    publication: publicationId,
    /** The edition in force when it was withdrawn. */
    edition: z.int().positive(),
    title: z.string().min(1),
    act: endingAct.optional(),
    /** The words the public reads; of a warning that was lifted, what its issuer says at the end. */
    reason: z.string().min(1).max(20_000),
    /** `successor`: the page of what takes its place, where an act that repealed it has one. */
    links: z.object({ page: z.url(), successor: z.url().optional() }),
    channels: z.array(z.object({ id: channelId })).min(1),
    /** What the ledger knows to stand, on all channels. Absent when the ledger could not be asked. */
    standing: z.array(knownPosting).optional(),
    withdrawnAt: instant,
  }),
);
export type PublicationWithdrawn = z.infer<typeof publicationWithdrawnV1.data>;
