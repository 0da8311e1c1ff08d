import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChinaCalendar } from './china.calendar.ts';
import { daysBetween, plusDays } from './civil-date.ts';
import { recurringPeriods } from './recurring.ts';
import { interval, UnknownTimeLimit, type Interval } from './time-limit.rule.ts';

const calendar = new ChinaCalendar();
const periods = (every: Interval, times?: number, year = 2026) =>
  recurringPeriods([{ kind: 'periodic', every, times } as { kind: string }], year, calendar);
const dueDates = (every: Interval) => periods(every).map((p) => p.dueOn);

describe('what recurs', () => {
  it('each month is due by its last day, or by the next one that is worked (民法典 art. 203)', () => {
    expect(dueDates('month')).toEqual([
      '2026-02-02', // the 31st is a Saturday
      '2026-02-28', // a Saturday that is worked
      '2026-03-31',
      '2026-04-30',
      '2026-06-01', // the 31st is a Sunday
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-11-02', // the 31st is a Saturday
      '2026-11-30',
      '2026-12-31',
    ]);
  });

  it('each quarter, half-year and year is due as often', () => {
    expect(dueDates('quarter')).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']);
    expect(dueDates('halfYear')).toEqual(['2026-06-30', '2026-12-31']);
    expect(dueDates('year')).toEqual(['2026-12-31']);
    expect(periods('year')).toMatchObject([{ from: '2026-01-01', to: '2026-12-31', times: 1 }]);
  });

  it('each half month is due after the fifteenth and after the last', () => {
    const all = periods('halfMonth');
    expect(all).toHaveLength(24);
    expect(all.slice(2, 4).map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-01', '2026-02-15'],
      ['2026-02-16', '2026-02-28'],
    ]);
    expect(all[2]?.dueOn).toBe('2026-02-24'); // the fifteenth lies in the Spring Festival
  });

  it('each week is due by the end of its Sunday, which is never a year', () => {
    const all = periods('week');
    expect(all).toHaveLength(52);
    expect(all[0]).toEqual({ from: '2025-12-29', to: '2026-01-04', dueOn: '2026-01-04', times: 1 }); // a worked Sunday
    expect(all[1]).toMatchObject({ from: '2026-01-05', to: '2026-01-11', dueOn: '2026-01-12' });
    expect(all.at(-1)).toMatchObject({ from: '2026-12-21', to: '2026-12-27', dueOn: '2026-12-28' });
  });

  it('a year that begins on a Sunday has its first week end that day', () => {
    expect(periods('week', 1, 2017)[0]).toMatchObject({ from: '2016-12-26', to: '2017-01-01' });
    expect(periods('week', 1, 2017)).toHaveLength(53);
  });

  it('says how often within each period', () => {
    expect(periods('month', 2).every((p) => p.times === 2)).toBe(true);
    expect(periods('year', 4)).toMatchObject([{ times: 4 }]);
  });

  it('by several rules counts each end once, by the shortest period and the highest number', () => {
    const month = { kind: 'periodic', every: 'month' };
    const quarter = { kind: 'periodic', every: 'quarter', times: 3 };
    for (const rules of [
      [month, quarter],
      [quarter, month],
    ]) {
      const all = recurringPeriods(rules, 2026, calendar);
      expect(all).toHaveLength(12);
      expect(all[2]).toMatchObject({ from: '2026-03-01', to: '2026-03-31', times: 3 });
      expect(all[1]).toMatchObject({ from: '2026-02-01', times: 1 });
    }
  });

  it('leaves other limits alone', () => {
    expect(recurringPeriods([{ kind: 'realtime' }, { kind: 'permanent' }], 2026, calendar)).toEqual([]);
  });

  it('in a word nobody knows is an error that names it, never once a year', () => {
    const every = (word: string) => [{ kind: 'periodic', every: word }];
    expect(() => recurringPeriods(every('fortnight'), 2026, calendar)).toThrow(UnknownTimeLimit);
    expect(() => recurringPeriods(every('fortnight'), 2026, calendar)).toThrow('fortnight');
    expect(() => recurringPeriods([{ kind: 'sometimes' }], 2026, calendar)).toThrow('sometimes');
    expect(() => recurringPeriods([{ kind: 'periodic' }], 2026, calendar)).toThrow(UnknownTimeLimit);
    const never = { kind: 'periodic', every: 'month', times: 0 };
    expect(() => recurringPeriods([never], 2026, calendar)).toThrow(UnknownTimeLimit);
  });

  it('in a year nobody has announced is due on the last day of the period itself', () => {
    expect(periods('month', 1, 2027).at(0)?.dueOn).toBe('2027-01-31');
    expect(periods('month', 1, 2017).at(-1)?.dueOn).toBe('2018-01-02');
    expect(periods('year', 1, 2022).at(0)?.dueOn).toBe('2022-12-31');
  });

  it('covers every day of the year once, and is due on a worked day, not before the period is over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...interval.options), fc.constantFrom(2017, 2025, 2026), (every, year) => {
        const all = periods(every, 1, year);
        for (const [n, { from, to, dueOn }] of all.entries()) {
          expect(dueOn >= to).toBe(true);
          expect(calendar.isWorkingDay(dueOn)).toBe(true);
          expect(daysBetween(from, to)).toBeGreaterThanOrEqual(6);
          if (n > 0) expect(from).toBe(plusDays(all[n - 1]?.to ?? '', 1));
        }
      }),
    );
  });
});
