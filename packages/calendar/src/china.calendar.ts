import type { CalendarYear } from './calendar.year.ts';
import { isWeekend, plusDays } from './civil-date.ts';
import { knownYears } from './known.years.ts';

/** Nobody has said which days of this year are worked. */
export class NoCalendarFor extends Error {
  override readonly name = 'NoCalendarFor';
  constructor(readonly year: number) {
    super(`no working-day calendar for ${year}`);
  }
}

/** What stands beside a deadline that reaches into a year nobody has announced. */
export const provisionalNote = '自然日暂计，待国务院办公厅公布';

/**
 * Working days in China: weekends and holidays off, 调休 days worked. Dates are `YYYY-MM-DD`. In a year that is
 * not announced yet every day counts, so that a deadline is never put later than the law has it; it is
 * provisional until the year is known.
 */
export class ChinaCalendar {
  private readonly years: Map<number, CalendarYear>;

  /** `more` adds years, or replaces those that are shipped. */
  constructor(more: readonly CalendarYear[] = []) {
    this.years = new Map([...knownYears, ...more].map((year) => [year.year, year]));
  }

  get known(): readonly number[] {
    return [...this.years.keys()].sort((a, b) => a - b);
  }

  /** A year was announced, or its announcement was put right. */
  learn(year: CalendarYear): void {
    this.years.set(year.year, year);
  }

  knows(date: string): boolean {
    return this.years.has(yearOf(date));
  }

  /** Does a period from one day to another touch a year that nobody has announced? */
  isProvisional(from: string, to: string): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!this.years.has(year)) return true;
    return false;
  }

  /** @throws NoCalendarFor */
  year(year: number): CalendarYear {
    const found = this.years.get(year);
    if (found === undefined) throw new NoCalendarFor(year);
    return found;
  }

  /** @throws NoCalendarFor */
  isWorkingDay(date: string): boolean {
    const { off, work } = this.year(yearOf(date));
    if (work[date] !== undefined) return true;
    return off[date] === undefined && !isWeekend(date);
  }

  /** The date itself when it is worked or nobody knows, else the next one that is. */
  onOrAfter(date: string): string {
    let day = date;
    while (!this.counts(day)) day = plusDays(day, 1);
    return day;
  }

  /** `count` working days after `from`; the day itself is not counted (民法典 art. 201). */
  addWorkingDays(from: string, count: number): string {
    let day = from;
    for (let left = count; left > 0;) {
      day = plusDays(day, 1);
      if (this.counts(day)) left -= 1;
    }
    return day;
  }

  /**
   * Working days after `from`, up to and including `to`; 0 when `to` is not later. Of a year that is not
   * announced the weekdays count: a period that has to be long enough is not made of Sundays.
   */
  workingDaysBetween(from: string, to: string): number {
    let count = 0;
    for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1))
      if (this.knows(day) ? this.isWorkingDay(day) : !isWeekend(day)) count += 1;
    return count;
  }

  private counts(date: string): boolean {
    return !this.knows(date) || this.isWorkingDay(date);
  }
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
