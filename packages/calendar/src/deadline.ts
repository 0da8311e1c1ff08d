import { provisionalNote, type ChinaCalendar } from './china.calendar.ts';
import { daysBetween, plusDays, plusMonths } from './civil-date.ts';
import type { DeadlineRule, NoticeRule, Unit } from './deadline.rules.ts';

export interface Deadline {
  readonly dueOn: string;
  readonly explanation: string;
  /** It reaches into a year that is not announced yet, and may turn out later. */
  readonly provisional: boolean;
}

const units: Readonly<Record<Unit, string>> = {
  days: '日',
  workingDays: '个工作日',
  months: '个月',
  years: '年',
};

/**
 * The last day of a period (民法典 art. 201–203): the day of the event is not counted; a period in days,
 * months or years whose last
 * day is not worked ends on the next one that is. It is over at the end of that day.
 */
export const endOfPeriod = (event: string, n: number, unit: Unit, calendar: ChinaCalendar): string =>
  calendar.onOrAfter(lastDay(event, n, unit, calendar));

/** Before it is known whether that day is worked. */
function lastDay(event: string, n: number, unit: Unit, calendar: ChinaCalendar): string {
  switch (unit) {
    case 'workingDays':
      return calendar.addWorkingDays(event, n);
    case 'days':
      return plusDays(event, n);
    case 'months':
      return plusMonths(event, n);
    case 'years':
      return plusMonths(event, 12 * n);
  }
}

export function deadlineOf(
  rule: Pick<DeadlineRule, 'n' | 'unit' | 'startEvent' | 'basis'>,
  event: string,
  calendar: ChinaCalendar,
): Deadline {
  const dueOn = endOfPeriod(event, rule.n, rule.unit, calendar);
  const bare = lastDay(event, rule.n, rule.unit, calendar);
  const moved =
    bare === dueOn ? '' : `；期间最后一日 ${bare} 为法定休假日，顺延至其结束的次日（《民法典》第二百零三条）`;
  const provisional = calendar.isProvisional(event, dueOn);
  const note = provisional ? `（${provisionalNote}）` : '';
  return {
    dueOn,
    provisional,
    explanation: `自${rule.startEvent}（${event}，当日不计入）起 ${rule.n} ${units[rule.unit]}，至 ${dueOn} 届满${moved}${note}。依据：${rule.basis}`,
  };
}

/**
 * Why a period is too short, for the editor; null when it is long enough. First and last day both count.
 */
export function noticePeriodProblem(
  rule: NoticeRule,
  from: string,
  to: string,
  calendar: ChinaCalendar,
): string | null {
  const counted =
    rule.unit === 'workingDays'
      ? calendar.workingDaysBetween(plusDays(from, -1), to)
      : daysBetween(from, to) + 1;
  if (counted >= rule.min) return null;
  return `${rule.matter}不得少于 ${rule.min} ${units[rule.unit]}，现为 ${Math.max(0, counted)} ${units[rule.unit]}（${from} 至 ${to}）。依据：${rule.basis}`;
}
