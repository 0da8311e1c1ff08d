import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMonday, stretchAround, turned, weekdayOf } from './stretch.ts';

it('a month is drawn in whole weeks', () => {
  expect(stretchAround('2026-11-29', 'month')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  expect(stretchAround('2027-02-10', 'month')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
});

it('a week begins on Monday, also that of a Sunday', () => {
  expect(stretchAround('2026-11-29', 'week')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect([weekdayOf('2026-11-29'), weekdayOf('2026-11-23')]).toEqual(['周日', '周一']);
});

it('one turns over the end of a year, and from the 31st into a short month', () => {
  expect(turned('2026-12-31', 'month', 1)).toBe('2027-01-01');
  expect(turned('2026-03-31', 'month', -1)).toBe('2026-02-01');
  expect(turned('2026-12-30', 'week', 1)).toBe('2027-01-06');
});

it('every stretch holds its day, begins on Monday and is no longer than the hub answers', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.constantFrom('month' as const, 'week' as const), (day, view) => {
      const { from, to } = stretchAround(day, view);
      const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      expect(from <= day && day <= to && isMonday(from)).toBe(true);
      expect(length % 7).toBe(0);
      expect(length).toBeLessThanOrEqual(42);
    }),
  );
});
