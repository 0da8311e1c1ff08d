import { calendarYear, deadlineRules, noticeRules } from '@towncrier/calendar';
import { z } from 'zod';

const ruleId = z.enum([...deadlineRules, ...noticeRules].map((r) => r.id) as [string, ...string[]]);
export const computeRequest = z
  .strictObject({
    rule: ruleId,
    from: z.iso.date().meta({ description: 'The day of the event; for a 公示 its first day' }),
    to: z.iso.date().optional().meta({ description: 'Last day of a 公示' }),
  })
  .meta({ id: 'ComputeDeadline' });
export const computed = z
  .object({ dueOn: z.iso.date().nullable(), explanation: z.string(), problem: z.string().nullable() })
  .meta({ id: 'ComputedDeadline' });
export type Computed = z.infer<typeof computed>;

const rule = z.object({
  id: z.string(),
  kind: z.enum(['deadline', 'notice-period']),
  matter: z.string(),
  n: z.int(),
  unit: z.string(),
  startEvent: z.string().nullable(),
  basis: z.string(),
  verified: z.boolean(),
});
export const ruleList = z
  .object({ items: z.array(rule), years: z.array(z.int()) })
  .meta({ id: 'DeadlineRules' });
export type RuleList = z.infer<typeof ruleList>;
export const yearView = calendarYear.meta({ id: 'CalendarYear' });
