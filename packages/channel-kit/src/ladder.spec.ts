import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultObserveLadder, later, observeWait, retryWait } from './ladder.ts';

describe('waits', () => {
  it.each([
    [0, 1000],
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [7, 64_000],
    [8, 120_000],
    [1000, 120_000],
  ])('after %i failed tries %i ms', (tries, ms) => expect(retryWait(tries)).toBe(ms));

  it('between looks climb the ladder, and stay on its last step', () => {
    expect(observeWait(0, [10, 20, 30])).toBe(10);
    expect(observeWait(2, [10, 20, 30])).toBe(30);
    expect(observeWait(3, [10, 20, 30])).toBe(30);
    expect(observeWait(0, [])).toBe(60_000);
  });

  it('never get shorter', () => {
    fc.assert(
      fc.property(fc.nat(40), (n) => {
        expect(retryWait(n + 1)).toBeGreaterThanOrEqual(retryWait(n));
        expect(observeWait(n + 1, defaultObserveLadder)).toBeGreaterThanOrEqual(
          observeWait(n, defaultObserveLadder),
        );
      }),
    );
  });

  it('are added to an instant', () => {
    expect(later('2026-11-23T23:59:59.500Z', 1500)).toBe('2026-11-24T00:00:01.000Z');
    expect(later('2026-11-23T00:00:00.000Z', -1)).toBe('2026-11-22T23:59:59.999Z');
  });
});
