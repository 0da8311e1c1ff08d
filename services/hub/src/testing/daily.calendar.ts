import type { WorkingDays } from '../ports/working-days.ts';

const dayMs = 86_400_000;
const plus = (day: string, n: number): string =>
  new Date(Date.parse(day) + n * dayMs).toISOString().slice(0, 10);

/** Every day works: the numbers of the law can be read off. */
export const daily: WorkingDays = {
  addWorkingDays: plus,
  workingDaysBetween: (from, to) => (Date.parse(to) - Date.parse(from)) / dayMs,
};
