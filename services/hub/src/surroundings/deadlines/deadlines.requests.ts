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
  .object({
    dueOn: z.iso.date().nullable(),
    explanation: z.string(),
    problem: z.string().nullable(),
    provisional: z.boolean().meta({ description: 'It reaches into a year that is not announced yet' }),
  })
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
export const announceRequest = z
  .strictObject({
    year: z.int().min(2017).max(2100),
    source: z.string().trim().min(1).max(200),
    text: z.string().min(1).max(10_000).meta({ description: 'The announcement as it was published' }),
    apply: z.boolean().default(false),
  })
  .meta({ id: 'AnnounceCalendar' });
export type AnnounceRequest = z.infer<typeof announceRequest>;
export const announced = z
  .object({ calendar: calendarYear, problems: z.array(z.string()), applied: z.boolean() })
  .meta({ id: 'AnnouncedCalendar' });
export type Announced = z.infer<typeof announced>;
export const yearView = calendarYear.meta({ id: 'CalendarYear' });
