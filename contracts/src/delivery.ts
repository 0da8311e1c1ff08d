import { z } from 'zod';
import { channelId, instant, lane, publicationId } from './edition.ts';
import { operation, type Operation } from './operation.ts';

/** Identity of one delivery: the id is `publication:edition:channel:operation`, unique for ever. */
export const deliveryKey = z.object({
  delivery: z.string(),
  publication: publicationId,
  edition: z.int().positive(),
  channel: channelId,
  operation,
});
export type DeliveryKey = z.infer<typeof deliveryKey>;

export function deliveryId(publication: string, edition: number, channel: string, op: Operation): string {
  return `${publication}:${edition}:${channel}:${op}`;
}

export const deliveryFacts = deliveryKey.extend({ lane, title: z.string(), releasedAt: instant });

/** What the public end showed when somebody looked. */
export const evidence = z.object({
  /** The far end's own name for it. */
  reference: z.string().optional(),
  url: z.string().optional(),
  /** SHA-256 of what was seen, comparable with the approved rendition. */
  hash: z.string().optional(),
  /** One sentence for an operator, in Chinese. */
  detail: z.string().optional(),
  seenAt: instant.optional(),
  /** Where there are several places: at how many it was seen, and the exceptions, at most twenty of them. */
  parts: z
    .object({
      shown: z.int().nonnegative(),
      of: z.int().nonnegative(),
      exceptions: z.array(z.object({ target: z.string(), words: z.string() })).max(20),
    })
    .optional(),
});
export type Evidence = z.infer<typeof evidence>;
