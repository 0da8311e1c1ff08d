import { describe, expect, it } from 'vitest';
import { ChinaCalendar, NoCalendarFor } from './china.calendar.ts';
import { daysBetween, isWeekend, plusDays, plusMonths } from './civil-date.ts';
import { deadlineOf, endOfPeriod, noticePeriodProblem } from './deadline.ts';

const calendar = new ChinaCalendar();

describe('civil dates', () => {
  it('go over months, years and leap days', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(plusDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(plusMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(plusMonths('2026-03-31', 0)).toBe('2026-03-31');
    expect(plusMonths('2026-01-15', 12)).toBe('2027-01-15');
  });

  it('are counted without the first day', () => {
    expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });

  it('know Saturdays and Sundays', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isWeekend)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('working days', () => {
  it('count from the day after the event, the last one included', () => {
    expect(calendar.addWorkingDays('2026-11-27', 0)).toBe('2026-11-27');
    expect(calendar.addWorkingDays('2026-11-27', 1)).toBe('2026-11-30');
    expect(calendar.workingDaysBetween('2026-11-27', '2026-11-27')).toBe(0);
    expect(calendar.workingDaysBetween('2026-11-27', '2026-11-29')).toBe(0);
    expect(calendar.workingDaysBetween('2026-11-27', '2026-11-30')).toBe(1);
    expect(calendar.workingDaysBetween('2026-11-30', '2026-11-27')).toBe(0);
  });

  it('are known for the shipped years alone, in order', () => {
    expect(calendar.known).toEqual([2017, 2018, 2024, 2025, 2026]);
    expect(() => calendar.year(2027)).toThrow(NoCalendarFor);
    expect(() => calendar.isWorkingDay('2027-01-04')).toThrow('2027');
    expect(calendar.onOrAfter('2026-12-31')).toBe('2026-12-31');
  });

  it('follow a year that is added, also in place of a shipped one', () => {
    const strike = {
      year: 2026,
      source: 'test',
      off: { '2026-11-23': '停工' },
      work: { '2026-11-22': '补' },
    };
    const other = new ChinaCalendar([strike]);
    expect(other.isWorkingDay('2026-11-23')).toBe(false);
    expect(other.isWorkingDay('2026-11-22')).toBe(true);
    expect(other.onOrAfter('2026-11-23')).toBe('2026-11-24');
  });
});

describe('the last day of a period', () => {
  it.each([
    [1, 'days', '2026-11-27', '2026-11-30'],
    [3, 'days', '2026-11-27', '2026-11-30'],
    [4, 'days', '2026-11-27', '2026-12-01'],
    [1, 'months', '2026-10-15', '2026-11-16'],
    [1, 'months', '2026-10-16', '2026-11-16'],
    [1, 'years', '2025-11-29', '2026-11-30'],
    [2, 'years', '2024-02-29', '2026-02-28'],
    [3, 'workingDays', '2026-11-26', '2026-12-01'],
  ] as const)('%i %s after %s', (n, unit, event, last) => {
    expect(endOfPeriod(event, n, unit, calendar)).toBe(last);
  });

  it('says that it moved only where it did, and from which day', () => {
    const rule = { n: 1, unit: 'months', startEvent: '公告之日', basis: '测试' } as const;
    expect(deadlineOf(rule, '2026-10-16', calendar).explanation).toBe(
      '自公告之日（2026-10-16，当日不计入）起 1 个月，至 2026-11-16 届满。依据：测试',
    );
    expect(deadlineOf(rule, '2026-10-15', calendar).explanation).toContain('期间最后一日 2026-11-15');
    const years = { ...rule, unit: 'years' } as const;
    expect(deadlineOf(years, '2025-11-29', calendar).explanation).toContain('期间最后一日 2026-11-29');
    const working = { ...rule, unit: 'workingDays' } as const;
    expect(deadlineOf(working, '2026-11-27', calendar).explanation).not.toContain('顺延');
  });

  it('in a year nobody has announced is counted in days, never later than the law has it, and says so', () => {
    expect(endOfPeriod('2026-12-31', 1, 'days', calendar)).toBe('2027-01-01');
    expect(endOfPeriod('2026-12-30', 3, 'workingDays', calendar)).toBe('2027-01-02');
    const rule = { n: 20, unit: 'workingDays', startEvent: '收到申请之日', basis: '测试' } as const;
    expect(deadlineOf(rule, '2026-12-10', calendar)).toEqual({
      dueOn: '2027-01-05',
      provisional: true,
      explanation: expect.stringContaining('（自然日暂计，待国务院办公厅公布）'),
    });
    expect(deadlineOf(rule, '2026-11-23', calendar).provisional).toBe(false);
  });
});

describe('a 公示 that is too short', () => {
  const days = { id: 'T', matter: '公示', min: 3, unit: 'days', basis: '测试', verified: true } as const;
  const working = { ...days, unit: 'workingDays' } as const;
  const counted = (rule: typeof days | typeof working, from: string, to: string) =>
    noticePeriodProblem(rule, from, to, calendar);

  it('counts its first and its last day', () => {
    expect(counted(days, '2026-11-23', '2026-11-25')).toBeNull();
    expect(counted(days, '2026-11-23', '2026-11-24')).toBe(
      '公示不得少于 3 日，现为 2 日（2026-11-23 至 2026-11-24）。依据：测试',
    );
    expect(counted(working, '2026-11-26', '2026-11-30')).toBeNull();
    expect(counted(working, '2026-11-27', '2026-11-30')).toContain('现为 2 个工作日');
  });

  it('that ends before it begins is of no day at all', () => {
    expect(counted(days, '2026-11-25', '2026-11-20')).toContain('现为 0 日');
  });
});
