import { z } from 'zod';
import { deadLetter } from './ledger.ts';

/** Dead letters of one kind: from one stream, of one type, for one cause with ids and numbers taken out. */
export const deadLetterGroup = z
  .object({
    key: z.string().regex(/^[0-9a-f]{12}$/),
    service: z.string(),
    /** What stream it came by and what it was, for people. */
    stream: z.string(),
    type: z.string(),
    /** What is wrong with it, and what to do, in plain Chinese. */
    words: z.string(),
    next: z.string(),
    again: z.boolean().meta({ description: 'Whether it makes sense to deliver them again' }),
    count: z.int().positive(),
    first: z.string(),
    last: z.string(),
    /** The newest twenty. */
    letters: z.array(deadLetter),
  })
  .meta({ id: 'DeadLetterGroup' });
export type DeadLetterGroup = z.infer<typeof deadLetterGroup>;

/** One with all that is kept of it. */
export const wholeDeadLetter = deadLetter
  .extend({
    raw: z.string(),
    /** Whether `raw` is all of it. */
    whole: z.boolean(),
    stream: z.string().optional(),
    sequence: z.int().optional(),
    /** Id of the event, where it can be read so far. */
    event: z.string().optional(),
  })
  .meta({ id: 'WholeDeadLetter' });
export type WholeDeadLetter = z.infer<typeof wholeDeadLetter>;
