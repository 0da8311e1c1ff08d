import type { Obligation } from '../obligations/obligations.ts';

/** How far ahead (days) what is due is put before its body. House rule. */
export const soonDays = 14;
const dayMs = 86_400_000;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one civil date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Overdue ones and those due soon, the most pressing first. */
export const mostPressing = (obligations: readonly Obligation[], today: string): readonly Obligation[] =>
  obligations
    .filter(
      ({ state, dueOn }) => state === 'overdue' || (state === 'open' && dueOn <= dayAfter(today, soonDays)),
    )
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
