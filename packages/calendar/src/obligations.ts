import type { ChinaCalendar } from './china.calendar.ts';
import { endOfPeriod } from './deadline.ts';
import { understood, type TimeLimitRule, type WrittenRule } from './time-limit.rule.ts';

/**
 * The last day to publish something formed on `event`: the earliest of the limits that count days; null when
 * none does.
 * @throws UnknownTimeLimit
 */
export function publicationDueOn(
  rules: readonly WrittenRule[],
  event: string,
  calendar: ChinaCalendar,
): string | null {
  const due = rules.flatMap((rule) => lastDay(understood(rule), event, calendar) ?? []);
  return due.sort()[0] ?? null;
}

function lastDay(rule: TimeLimitRule, event: string, calendar: ChinaCalendar): string | null {
  switch (rule.kind) {
    case 'realtime':
      return event;
    case 'calendarDaysFromEvent':
      return rule.days === undefined
        ? endOfPeriod(event, rule.months ?? 0, 'months', calendar)
        : endOfPeriod(event, rule.days, 'days', calendar);
    case 'workingDaysFromFormation':
    case 'workingDaysFromDecision':
    case 'workingDaysFromEvent':
    case 'workingDaysFromRequest':
      return endOfPeriod(event, rule.days, 'workingDays', calendar);
    case 'periodic':
    case 'noticePeriod':
    case 'withdrawWithin':
    case 'stopPublicityAfter':
    case 'beforeEvent':
    case 'permanent':
    case 'promptly':
      return null;
  }
}
