import fc from 'fast-check';
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

it('begins and ends to the minute, by day and over midnight', () => {
  const noon = { from: '12:00', to: '14:30' };
  expect(quietUntil(noon, '2026-11-23T03:59:59.999Z')).toBeNull();
  expect(quietUntil(noon, '2026-11-23T04:00:00.000Z')).toBe('2026-11-23T06:30:00.000Z');
  expect(quietUntil(noon, '2026-11-23T06:29:59.999Z')).toBe('2026-11-23T06:30:00.000Z');
  expect(quietUntil(night, '2026-11-23T16:00:00.000Z')).toBe('2026-11-23T23:00:00.000Z');
  expect(quietUntil(night, '2026-11-23T15:59:59.999Z')).toBe('2026-11-23T23:00:00.000Z');
});

it('never holds where it begins when it ends', () => {
  expect(quietUntil({ from: '08:00', to: '08:00' }, '2026-11-23T00:00:00.000Z')).toBeNull();
});

it('is over at the moment it names, whatever the hours and the moment', () => {
  const clock = fc
    .record({ h: fc.integer({ min: 0, max: 23 }), m: fc.integer({ min: 0, max: 59 }) })
    .map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const instant = fc.integer({ min: 0, max: 1439 }).map((m) => new Date(Date.UTC(2026, 10, 23, 0, m)));
  fc.assert(
    fc.property(clock, clock, instant, (from, to, at) => {
      const until = quietUntil({ from, to }, at.toISOString());
      if (until === null) return;
      expect(Date.parse(until)).toBeGreaterThan(at.getTime());
      expect(Date.parse(until) - at.getTime()).toBeLessThanOrEqual(86_400_000);
      expect(quietUntil({ from, to }, until)).toBeNull();
    }),
  );
});
