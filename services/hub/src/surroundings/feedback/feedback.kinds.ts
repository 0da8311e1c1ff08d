import { z } from 'zod';
import rows from './kinds.json' with { type: 'json' };

/**
 * What people write about, and in how many working days it is answered. Data: the numbers are a county's own
 * until they are verified.
 */
export const feedbackKinds = z
  .array(
    z.object({
      code: z.string(),
      title: z.string(),
      workingDays: z.int().positive(),
      basis: z.string(),
      verified: z.boolean(),
    }),
  )
  .parse(rows);
export const feedbackKind = z.enum(feedbackKinds.map((k) => k.code) as [string, ...string[]]);
export const kindOf = (code: string): (typeof feedbackKinds)[number] | undefined =>
  feedbackKinds.find((k) => k.code === code);

export const feedbackStates = {
  received: '待受理',
  accepted: '办理中',
  answered: '已答复',
  declined: '不予受理',
} as const;
