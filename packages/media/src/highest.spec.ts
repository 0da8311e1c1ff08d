import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highest, type Guess } from './highest.ts';

/** The answer, and how often it looked. */
function sought(most: number, right: number, guess?: Guess): { found: number; looks: number } {
  let looks = 0;
  const found = highest(most, (count) => (looks++, count <= right), guess);
  return { found, looks };
}

describe('the highest count that fits', () => {
  it('is found from any guess, at the latest after twice as many looks as by halving', () => {
    const cases = fc.tuple(
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: -20, max: 600 }),
      fc.integer({ min: 1, max: 40 }),
    );
    fc.assert(
      fc.property(cases, ([most, right, at, step]) => {
        const { found, looks } = sought(most, right, { at, step });
        expect(found).toBe(Math.min(most, right));
        expect(looks).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(most + 1)) + 2);
      }),
    );
  });

  it('is found in two looks from a guess that is right', () => {
    expect(sought(36, 2, { at: 2, step: 1 })).toEqual({ found: 2, looks: 2 });
  });

  it('is found by halving without a guess', () => {
    expect(sought(36, 20).looks).toBeLessThanOrEqual(6);
  });
});
