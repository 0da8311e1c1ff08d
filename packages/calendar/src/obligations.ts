import { z } from 'zod';
import type { ChinaCalendar } from './china.calendar.ts';
import { plusDays, plusMonths } from './civil-date.ts';
import { endOfPeriod } from './deadline.ts';

/** A time limit of the disclosure catalogue, as far as it is understood by a machine. */
export const timeLimitRule = z.looseObject({
  kind: z.string(),
  days: z.number().optional(),
  months: z.number().optional(),
  every: z.string().optional(),
  minDays: z.number().optional(),
});
export type TimeLimitRule = z.infer<typeof timeLimitRule>;

const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/**
 * The last days of a year on which something that recurs is due: the end of each period, or the next working
 * day.
 * @throws NoCalendarFor
 */
export function recurringDueDates(
  rules: readonly TimeLimitRule[],
  year: number,
  calendar: ChinaCalendar,
): readonly string[] {
  const dates = rules
    .filter((r) => r.kind === 'periodic')
    .flatMap((r) => {
      const step = monthsOf[r.every ?? ''] ?? 12;
      return Array.from({ length: 12 / step }, (_, n) =>
        plusDays(plusMonths(`${year}-01-01`, step * (n + 1)), -1),
      );
    });
  return [...new Set(dates)].sort().map((date) => lastWorkingDayUpTo(date, calendar));
}

/** An update that is due by the end of a month is due on its last working day: nobody works after it. */
function lastWorkingDayUpTo(date: string, calendar: ChinaCalendar): string {
  let day = date;
  while (!calendar.isWorkingDay(day)) day = plusDays(day, -1);
  return day;
}

const counted: Readonly<Record<string, 'workingDays' | 'days'>> = {
  workingDaysFromFormation: 'workingDays',
  workingDaysFromDecision: 'workingDays',
  workingDaysFromEvent: 'workingDays',
  workingDaysFromRequest: 'workingDays',
  calendarDaysFromEvent: 'days',
};

/**
 * The last day to publish something formed on `event`: the earliest of the limits that count days; null when
 * none does.
 * @throws NoCalendarFor
 */
export function publicationDueOn(
  rules: readonly TimeLimitRule[],
  event: string,
  calendar: ChinaCalendar,
): string | null {
  const due = rules.flatMap((r) => {
    const unit = counted[r.kind];
    if (unit === undefined) return r.kind === 'realtime' ? [event] : [];
    if (r.days !== undefined) return [endOfPeriod(event, r.days, unit, calendar)];
    return r.months === undefined ? [] : [endOfPeriod(event, r.months, 'months', calendar)];
  });
  return due.sort()[0] ?? null;
}
