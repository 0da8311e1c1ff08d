/** Calendar dates `YYYY-MM-DD`, without a time and without a zone. */
const dayMs = 86_400_000;

export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** The same day `months` later; where that month is shorter, its last day (民法典 art. 202). */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Days after `from` up to and including `to`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(Date.parse(date)).getUTCDay());

/** 一 to 日, as it stands after 星期. */
export const weekdayOf = (date: string): string =>
  '日一二三四五六'.charAt(new Date(`${date}T00:00:00Z`).getUTCDay());
