import { z } from 'zod';
import deadlineRows from './rules/deadlines.json' with { type: 'json' };
import noticeRows from './rules/notice-periods.json' with { type: 'json' };

export const unit = z.enum(['days', 'workingDays', 'months', 'years']);
export type Unit = z.infer<typeof unit>;

/**
 * How soon something has to be done after an event. `verified`: the number was read in the text of the law.
 */
export const deadlineRule = z.object({
  id: z.string(),
  matter: z.string(),
  n: z.int().positive(),
  unit,
  startEvent: z.string(),
  basis: z.string(),
  verified: z.boolean(),
});
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** How long something has to stand at least. */
export const noticeRule = z.object({
  id: z.string(),
  matter: z.string(),
  min: z.int().positive(),
  unit: unit.extract(['days', 'workingDays']),
  basis: z.string(),
  verified: z.boolean(),
});
export type NoticeRule = z.infer<typeof noticeRule>;

export const deadlineRules: readonly DeadlineRule[] = z.array(deadlineRule).parse(deadlineRows);
export const noticeRules: readonly NoticeRule[] = z.array(noticeRule).parse(noticeRows);
