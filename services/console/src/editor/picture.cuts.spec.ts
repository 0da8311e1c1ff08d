import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channel } from '../testing/samples.ts';
import { cutsOf, focusAt, focusIn, positionOf } from './picture.cuts.ts';

describe('the focal point of a picture', () => {
  it('lies in it wherever somebody points, in whole hundredths', () => {
    const length = fc.integer({ min: 0, max: 4000 });
    const box = fc.record({ left: length, top: length, width: length, height: length });
    fc.assert(
      fc.property(box, fc.record({ clientX: length, clientY: length }), (of, at) => {
        for (const share of Object.values(focusAt(of, at))) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(Math.abs(share * 100 - Math.round(share * 100))).toBeLessThan(1e-9);
        }
      }),
    );
    const box2 = { left: 100, top: 50, width: 200, height: 100 };
    expect(focusAt(box2, { clientX: 150, clientY: 140 })).toEqual({ x: 0.25, y: 0.9 });
    expect(positionOf({ x: 0.25, y: 0.9 })).toBe('25% 90%');
  });

  it('is none where the document has none', () => {
    expect([undefined, null, 'mitte', { x: 1 }, { x: '1', y: 0 }].map(focusIn)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(focusIn({ x: 0.2, y: 1 })).toEqual({ x: 0.2, y: 1 });
  });

  it('is shown in each shape that channels announce, once', () => {
    const { can } = channel('a', 'A');
    const wide = { title: '封面', width: 900, height: 383 };
    const channels = [channel('a', 'A', { can: { ...can, cuts: [wide] } }), channel('b', 'B')];
    expect(cutsOf([...channels, ...channels])).toEqual([wide]);
    expect(cutsOf(undefined)).toEqual([]);
  });
});
