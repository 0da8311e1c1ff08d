import { z } from 'zod';

/**
 * What a reader must learn from a notice even where there is room for two lines: when, where, until when, what to
 * do, whom to call, who is concerned, how to answer or object, how much, why. What it is about and who speaks are
 * its title and its issuer.
 */
export const essentialKind = z.enum([
  'when',
  'where',
  'deadline',
  'action',
  'contact',
  'who',
  'ways',
  'amount',
  'why',
]);
export type EssentialKind = z.infer<typeof essentialKind>;

/**
 * One essential (要素), in the words of the notice. `block` is the place in the body where they stand, counted from
 * 0; null where they stand elsewhere (the period of a 公示) or the editor wrote them.
 */
export const essential = z.strictObject({
  kind: essentialKind,
  /** What stands before the words (停水时间); empty where they speak for themselves. */
  label: z.string().max(20),
  words: z.string().min(1).max(300),
  block: z.int().nonnegative().nullable(),
});
export type Essential = z.infer<typeof essential>;
