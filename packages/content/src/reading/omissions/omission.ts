import { z } from 'zod';

/**
 * What of an edition a reader of one channel does not find there. `rows`, `items`: of a table, of a list · `fact`,
 * `contact`: a labelled value · `telephone`, `amount`: in a sentence · `objections`, `period`: of a 公示 ·
 * `attachment`: its name · `paragraphs`: as they were written.
 */
export const omission = z
  .strictObject({
    kind: z.enum([
      'rows',
      'items',
      'fact',
      'contact',
      'telephone',
      'amount',
      'objections',
      'period',
      'attachment',
      'paragraphs',
    ]),
    /** Index of the block in the body; null where it is about the whole. */
    block: z.int().nonnegative().nullable(),
    /** Which form of the channel leaves it out; empty where it has only one. */
    where: z.string(),
    shown: z.int().nonnegative(),
    of: z.int().positive(),
    /** The first that is missing, shortened. */
    excerpt: z.string().max(60),
    /** In words, for editor and reviewer. */
    message: z.string().min(1),
  })
  .meta({ id: 'Omission' });
export type Omission = z.infer<typeof omission>;
