import { z } from 'zod';
import { channelId, sha256 } from './edition.ts';
import { targetId } from './target.ts';

/**
 * What the ledger knows a channel to have put up for a publication. A channel that lost its own store finds by
 * this what stands in public.
 */
export const knownPosting = z
  .object({
    channel: channelId,
    edition: z.int().positive(),
    /** Absent for what was sent before targets were known by name. */
    target: targetId.optional(),
    /** The far end's own name for it; absent when it never said one. */
    reference: z.string().optional(),
    url: z.string().optional(),
    hash: sha256.optional(),
  })
  .meta({ id: 'KnownPosting' });
export type KnownPosting = z.infer<typeof knownPosting>;
