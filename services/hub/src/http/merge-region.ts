import { z } from 'zod';

/**
 * A stretch of blocks as three texts have it, in words; `conflict` where both changed it differently, and a
 * person has to choose.
 */
export const mergeRegion = z
  .object({
    kind: z.enum(['agreed', 'conflict']),
    base: z.array(z.string()),
    mine: z.array(z.string()),
    theirs: z.array(z.string()),
  })
  .meta({ id: 'MergeRegion' });
export type MergeRegion = z.infer<typeof mergeRegion>;
