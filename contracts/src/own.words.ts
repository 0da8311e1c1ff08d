import { z } from 'zod';

/** What of a channel may be written for it alone: `text`, `title`. */
export const ownPartName = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/);

/**
 * What a channel lets an editor write for it alone (渠道改写), instead of what it makes of the main text. `title` and
 * `limit` are told to people; `lines`: it may have several. Whether words fit is for its `check` to say.
 */
export const ownPart = z
  .object({
    part: ownPartName,
    title: z.string().min(1).max(20),
    limit: z.string().min(1).max(60),
    lines: z.boolean().optional(),
  })
  .meta({ id: 'OwnPart' });
export type OwnPart = z.infer<typeof ownPart>;

/**
 * Own words of one part of one channel. `against`: the hash of the main text that they were written for. Blank words
 * say nothing: the channel follows the main text.
 */
export const ownWords = z
  .strictObject({
    channel: z.string().regex(/^[a-z][a-z0-9-]{1,19}$/),
    part: ownPartName,
    words: z.string().max(1000),
    against: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'OwnWords' });
export type OwnWords = z.infer<typeof ownWords>;
