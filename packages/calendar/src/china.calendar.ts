import type { CalendarYear } from './calendar.year.ts';
import { isWeekend, plusDays } from './civil-date.ts';
import { knownYears } from './known.years.ts';

/**
 * Nobody has said which days of this year are worked. Never guessed: a wrong date here is a broken deadline.
 */
export class NoCalendarFor extends Error {
  override readonly name = 'NoCalendarFor';
  constructor(readonly year: number) {
    super(`no working-day calendar for ${year}`);
  }
}

/** Working days in China: weekends and holidays off, 调休 days worked. Dates are `YYYY-MM-DD`. */
export class ChinaCalendar {
  private readonly years: ReadonlyMap<number, CalendarYear>;

  /** `more` adds years, or replaces those that are shipped. */
  constructor(more: readonly CalendarYear[] = []) {
    this.years = new Map([...knownYears, ...more].map((year) => [year.year, year]));
  }

  get known(): readonly number[] {
    return [...this.years.keys()].sort((a, b) => a - b);
  }

  /** @throws NoCalendarFor */
  year(year: number): CalendarYear {
    const found = this.years.get(year);
    if (found === undefined) throw new NoCalendarFor(year);
    return found;
  }

  /** @throws NoCalendarFor */
  isWorkingDay(date: string): boolean {
    const { off, work } = this.year(Number(date.slice(0, 4)));
    if (work[date] !== undefined) return true;
    return off[date] === undefined && !isWeekend(date);
  }

  /** The date itself when it is worked, else the next one that is. @throws NoCalendarFor */
  onOrAfter(date: string): string {
    let day = date;
    while (!this.isWorkingDay(day)) day = plusDays(day, 1);
    return day;
  }

  /**
   * `count` working days after `from`; the day itself is not counted (民法典 art. 201).
   * @throws NoCalendarFor
   */
  addWorkingDays(from: string, count: number): string {
    let day = from;
    for (let left = count; left > 0;) {
      day = plusDays(day, 1);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  /** Working days after `from`, up to and including `to`; 0 when `to` is not later. @throws NoCalendarFor */
  workingDaysBetween(from: string, to: string): number {
    let count = 0;
    for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1))
      if (this.isWorkingDay(day)) count += 1;
    return count;
  }
}
