import { z } from 'zod';

/**
 * One year as the State Council announces it: days off with the name of the holiday (weekends among them),
 * and weekend days that are worked (调休).
 */
export const calendarYear = z.object({
  year: z.int(),
  source: z.string(),
  off: z.record(z.iso.date(), z.string()),
  work: z.record(z.iso.date(), z.string()),
});
export type CalendarYear = z.infer<typeof calendarYear>;
