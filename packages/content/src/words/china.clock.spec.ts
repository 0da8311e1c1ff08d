import { expect, it } from 'vitest';
import { dateInChina, endOfDayInChina, minuteInChina } from './china.clock.ts';

it('is eight hours ahead, on every machine', () => {
  expect(dateInChina('2026-11-23T15:59:59.000Z')).toBe('2026-11-23');
  expect(dateInChina(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
  expect(minuteInChina('2026-11-23T10:05:30.000Z')).toBe('2026-11-23 18:05');
});

it('ends a day at midnight there', () => {
  expect(endOfDayInChina('2026-11-23')).toBe('2026-11-23T16:00:00.000Z');
  expect(endOfDayInChina('2026-12-31')).toBe('2026-12-31T16:00:00.000Z');
});
