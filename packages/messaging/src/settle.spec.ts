import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redeliveryWait } from './settle.ts';

describe('the wait before a message is given again', () => {
  it('grows from half a second to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 200].map((n) => redeliveryWait(n, () => 0.5))).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it.each([
    [0, 0.9],
    [0.999, 1.0998],
  ])('is uneven by a tenth at most (luck %d)', (luck, share) => {
    for (let n = 1; n < 50; n += 1)
      expect(redeliveryWait(n, () => luck) / redeliveryWait(n, () => 0.5)).toBeCloseTo(share, 2);
  });

  it('is a whole number of milliseconds, whatever the luck: the broker takes no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (n, luck) => Number.isInteger(redeliveryWait(n, () => luck)),
      ),
    );
  });
});
