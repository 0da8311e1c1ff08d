import type { ChinaCalendar } from './china.calendar.ts';
import { isWeekend, plusDays, plusMonths } from './civil-date.ts';
import { understood, type Interval, type WrittenRule } from './time-limit.rule.ts';

/** A stretch of days, first and last counted. */
interface Stretch {
  readonly from: string;
  readonly to: string;
}
/** A period within which something is due `times` times, by `dueOn` at the latest. */
export interface Period extends Stretch {
  readonly dueOn: string;
  readonly times: number;
}

/**
 * The periods of a year in which something recurs. Each is over with its last day; where that is not worked,
 * with the next day that is (民法典 art. 203). Of periods that end together the shortest counts: what meets it
 * meets the others. A week belongs to the year in which it ends.
 * @throws UnknownTimeLimit
 */
export function recurringPeriods(
  rules: readonly WrittenRule[],
  year: number,
  calendar: ChinaCalendar,
): readonly Period[] {
  const byEnd = new Map<string, Period>();
  for (const rule of rules.map(understood)) {
    if (rule.kind !== 'periodic') continue;
    for (const { from, to } of stretches(rule.every, year)) {
      const other = byEnd.get(to);
      byEnd.set(to, {
        to,
        from: other !== undefined && other.from > from ? other.from : from,
        dueOn: calendar.onOrAfter(to),
        times: Math.max(rule.times ?? 1, other?.times ?? 1),
      });
    }
  }
  return [...byEnd.values()].sort((a, b) => (a.to < b.to ? -1 : 1));
}

function stretches(every: Interval, year: number): readonly Stretch[] {
  switch (every) {
    case 'week':
      return weeks(year);
    case 'halfMonth':
      return months(year, 1).flatMap(({ from, to }) => [
        { from, to: plusDays(from, 14) },
        { from: plusDays(from, 15), to },
      ]);
    case 'month':
      return months(year, 1);
    case 'quarter':
      return months(year, 3);
    case 'halfYear':
      return months(year, 6);
    case 'year':
      return months(year, 12);
  }
}

function months(year: number, step: 1 | 3 | 6 | 12): readonly Stretch[] {
  const first = `${year}-01-01`;
  return Array.from({ length: 12 / step }, (_, n) => ({
    from: plusMonths(first, step * n),
    to: plusDays(plusMonths(first, step * (n + 1)), -1),
  }));
}

/** Monday to Sunday. */
function weeks(year: number): readonly Stretch[] {
  let sunday = `${year}-01-01`;
  while (!(isWeekend(sunday) && !isWeekend(plusDays(sunday, 1)))) sunday = plusDays(sunday, 1);
  const found: Stretch[] = [];
  for (; sunday <= `${year}-12-31`; sunday = plusDays(sunday, 7))
    found.push({ from: plusDays(sunday, -6), to: sunday });
  return found;
}
