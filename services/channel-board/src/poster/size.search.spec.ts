import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestSize } from './size.search.ts';

const sizes = Array.from({ length: 37 }, (_, n) => 30 - n / 2);
const smallest = 12;

function sought(room: number, sheetsIn: (size: number) => number, growth = 1.5) {
  let looks = 0;
  const found = largestSize(
    sizes,
    room,
    (size) => {
      looks += 1;
      return sheetsIn(size);
    },
    { growth },
  );
  return { found, looks };
}

describe('the largest size of a text', () => {
  it('is the first that fits, however sheets fill as letters grow', () => {
    const steps = fc.array(fc.double({ min: 0, max: 0.8, noNaN: true }), { minLength: 37, maxLength: 37 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 12 }), (more, room) => {
        const filled = more.map((_, n) => 0.1 + more.slice(0, n + 1).reduce((sum, step) => sum + step, 0));
        const sheetsIn = (size: number): number => filled[Math.round((size - smallest) * 2)] ?? 0;
        const { found, looks } = sought(room, sheetsIn);
        expect(found).toBe(sizes.find((size) => sheetsIn(size) <= room) ?? null);
        expect(looks).toBeLessThanOrEqual(13);
      }),
    );
  });

  it('is found in five looks, be it running text or rows of a table', () => {
    const texts = fc.record({
      sheets: fc.double({ min: 1, max: 9, noNaN: true }),
      power: fc.double({ min: 1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(texts, ({ sheets, power }) => {
        const sheetsIn = (size: number): number => sheets * (size / smallest) ** power;
        const growth = power < 1.25 ? 1 : 1.5;
        expect(sought(Math.ceil(sheets), sheetsIn, growth).looks).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('is none where not even the smallest fits', () => {
    expect(sought(1, () => 1.01)).toEqual({ found: null, looks: 1 });
  });
});
