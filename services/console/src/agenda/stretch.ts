/** Civil days, reckoned without any zone. */
const dayMs = 86_400_000;
const plus = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
/** 0 is Monday. */
const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

export type View = 'month' | 'week';
/** Whole weeks, Monday to Sunday, first and last day counted. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export function stretchAround(day: string, view: View): Stretch {
  if (view === 'week') return weekOf(day);
  const first = `${day.slice(0, 7)}-01`;
  return { from: weekOf(first).from, to: weekOf(plus(nextMonth(day), -1)).to };
}

function weekOf(day: string): Stretch {
  const from = plus(day, -weekday(day));
  return { from, to: plus(from, 6) };
}

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** A day of the stretch before or after. */
export function turned(day: string, view: View, by: 1 | -1): string {
  if (view === 'week') return plus(day, 7 * by);
  return by === 1 ? nextMonth(day) : `${plus(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
export const weekdayOf = (day: string): string => names[weekday(day)] ?? '';
export const isMonday = (day: string): boolean => weekday(day) === 0;
