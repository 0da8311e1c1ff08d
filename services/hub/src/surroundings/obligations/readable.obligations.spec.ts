import { UnknownTimeLimit } from '@towncrier/calendar';
import { expect, it } from 'vitest';
import { longAgo, obligationsBetween } from './readable.obligations.ts';

const asked = async (from: string, to: string): Promise<readonly number[]> => {
  const years: number[] = [];
  await obligationsBetween({ of: async (...all) => (years.push(...all), []) }, from, to);
  return years;
};

it('every year that has a day in between is asked for', async () => {
  expect(await asked(longAgo('2027-01-01'), '2027-01-15')).toEqual([2026, 2027]);
  expect(await asked(longAgo('2026-12-20'), '2027-01-03')).toEqual([2025, 2026, 2027]);
});

it('a rule that nobody can read is none; whatever else fails is told', async () => {
  const failing = (error: Error) =>
    obligationsBetween({ of: () => Promise.reject(error) }, '2026-01-01', '2026-01-02');
  expect(await failing(new UnknownTimeLimit('每旬'))).toEqual([]);
  await expect(failing(new Error('away'))).rejects.toThrow('away');
});
