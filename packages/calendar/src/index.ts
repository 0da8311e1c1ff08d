export { calendarYear, type CalendarYear } from './calendar.year.ts';
export { ChinaCalendar, NoCalendarFor, provisionalNote } from './china.calendar.ts';
export { readAnnouncement, type Announcement } from './announcement.ts';
export { daysBetween, plusDays, plusMonths } from './civil-date.ts';
export {
  deadlineRules,
  noticeRules,
  unit,
  type DeadlineRule,
  type NoticeRule,
  type Unit,
} from './deadline.rules.ts';
export { deadlineOf, endOfPeriod, noticePeriodProblem, type Deadline } from './deadline.ts';
export { publicationDueOn } from './obligations.ts';
export { recurringPeriods, type Period } from './recurring.ts';
export {
  interval,
  timeLimitRule,
  understood,
  UnknownTimeLimit,
  type Interval,
  type TimeLimitRule,
  type WrittenRule,
} from './time-limit.rule.ts';
