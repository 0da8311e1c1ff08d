import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChinaCalendar, NoCalendarFor } from './china.calendar.ts';
import { plusDays, plusMonths } from './civil-date.ts';
import { deadlineRules, noticeRules } from './deadline.rules.ts';
import { deadlineOf, endOfPeriod, noticePeriodProblem } from './deadline.ts';

const calendar = new ChinaCalendar();
const day = fc.integer({ min: 0, max: 250 }).map((n) => plusDays('2026-01-01', n));

describe('the calendar', () => {
  it('agrees day by day with another source', () => {
    for (const year of calendar.known) {
      for (let date = `${year}-01-01`; date.startsWith(String(year)); date = plusDays(date, 1))
        expect(calendar.isWorkingDay(date), date).toBe(chineseDays.isWorkday(date));
    }
  });

  it('knows the days of 2026 on which a weekend is worked', () => {
    for (const date of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
      expect(calendar.isWorkingDay(date), date).toBe(true);
    expect(calendar.isWorkingDay('2026-10-07')).toBe(false);
  });

  it('says nothing of a single day of a year nobody has announced, and takes one that is added', () => {
    expect(() => calendar.isWorkingDay('2031-06-02')).toThrow(NoCalendarFor);
    expect(() => calendar.year(2027)).toThrow('no working-day calendar for 2027');
    const more = new ChinaCalendar([{ year: 2027, source: 'test', off: { '2027-01-01': '元旦' }, work: {} }]);
    expect(more.addWorkingDays('2026-12-30', 2)).toBe('2027-01-04');
  });

  it('counts the same forwards and backwards', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, n) => {
        expect(calendar.workingDaysBetween(from, calendar.addWorkingDays(from, n))).toBe(n);
      }),
    );
  });

  it('adds up, and never goes back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }), (from, a, b) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(from, a), b)).toBe(
          calendar.addWorkingDays(from, a + b),
        );
        expect(calendar.addWorkingDays(from, a + 1) > calendar.addWorkingDays(from, a)).toBe(true);
      }),
    );
  });
});

describe('a period', () => {
  it('does not count the day of the event, and does not end on a holiday', () => {
    expect(endOfPeriod('2026-09-21', 10, 'days', calendar)).toBe('2026-10-08');
    expect(endOfPeriod('2026-03-02', 20, 'workingDays', calendar)).toBe('2026-03-30');
    expect(endOfPeriod('2026-08-31', 1, 'months', calendar)).toBe('2026-09-30');
    expect(plusMonths('2024-01-31', 1)).toBe('2024-02-29');
  });

  it('of the 2017 plan was nine working days from writing to publishing', () => {
    expect(calendar.workingDaysBetween('2017-09-18', '2017-09-29')).toBe(9);
  });

  it('is explained with its law', () => {
    const answer = deadlineRules.find((r) => r.id === 'GIR-33');
    expect(answer && deadlineOf(answer, '2026-11-23', calendar)).toEqual({
      dueOn: '2026-12-21',
      provisional: false,
      explanation: expect.stringContaining('《政府信息公开条例》第三十三条'),
    });
    const budget = deadlineRules.find((r) => r.id === 'BUD-14');
    expect(budget && deadlineOf(budget, '2026-01-29', calendar)).toMatchObject({
      dueOn: '2026-02-24',
      explanation: expect.stringContaining('顺延'),
    });
  });
});

describe('a 公示', () => {
  const rule = (id: string) =>
    noticeRules.find((r) => r.id === id) ?? (noticeRules[0] as (typeof noticeRules)[0]);

  it('stands as long as its law asks, first and last day counted', () => {
    expect(noticePeriodProblem(rule('NP-BID'), '2026-11-23', '2026-11-25', calendar)).toBeNull();
    expect(noticePeriodProblem(rule('NP-BID'), '2026-11-23', '2026-11-24', calendar)).toContain(
      '不得少于 3 日，现为 2 日',
    );
  });

  it('in working days does not count the weekend', () => {
    expect(noticePeriodProblem(rule('NP-CIVIL'), '2026-11-23', '2026-11-27', calendar)).toBeNull();
    expect(noticePeriodProblem(rule('NP-CIVIL'), '2026-11-20', '2026-11-24', calendar)).toContain(
      '现为 3 个工作日',
    );
  });
});

it('names the basis of every rule', () => {
  for (const { basis, matter } of [...deadlineRules, ...noticeRules]) expect(basis, matter).not.toBe('');
  expect(new Set([...deadlineRules, ...noticeRules].map((r) => r.id)).size).toBe(
    deadlineRules.length + noticeRules.length,
  );
});
