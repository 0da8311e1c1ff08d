import { expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const night = { from: '22:00', to: '07:00' };

it('lasts over midnight, by the clock in China', () => {
  expect(quietUntil(night, '2026-11-23T13:59:59.000Z')).toBeNull();
  expect(quietUntil(night, '2026-11-23T14:00:00.000Z')).toBe('2026-11-23T23:00:00.000Z');
  expect(quietUntil(night, '2026-11-23T22:59:59.000Z')).toBe('2026-11-23T23:00:00.000Z');
  expect(quietUntil(night, '2026-11-23T23:00:00.000Z')).toBeNull();
});

it('lasts within a day', () => {
  const noon = { from: '12:00', to: '14:30' };
  expect(quietUntil(noon, '2026-11-23T04:10:00.000Z')).toBe('2026-11-23T06:30:00.000Z');
  expect(quietUntil(noon, '2026-11-23T06:30:00.000Z')).toBeNull();
});
