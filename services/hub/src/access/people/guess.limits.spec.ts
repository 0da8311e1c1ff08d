import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, limits, networkOf, waitOf, without, type Counted, type Guesses } from './guess.limits.ts';

const start = Date.parse('2026-11-29T08:00:00.000Z');
const at = (ms: number): Date => new Date(start + ms);
const guesses = (count: number, counted: Counted): Guesses | null => {
  let known: Guesses | null = null;
  for (let n = 0; n < count; n += 1) known = after(known, counted, at(0));
  return known;
};

describe('wrong guesses', () => {
  it('are free at first, then wait longer and longer, and never longer than the limit', () => {
    const waits = [2, 3, 4, 5, 40].map((count) => waitOf(guesses(count, 'pair'), at(0)));
    expect(waits).toEqual([0, 2000, 4000, 8000, 900_000]);
  });

  it('at one name from everywhere only slow down: nobody can keep a person out', () => {
    for (const count of [31, 100, 5000])
      expect(waitOf(guesses(count, 'name'), at(0))).toBeLessThanOrEqual(15_000);
  });

  it('are forgotten after a day without one', () => {
    const known = guesses(10, 'pair');
    expect(after(known, 'pair', at(86_400_000)).failures).toBe(1);
    expect(after(known, 'pair', at(86_399_999)).failures).toBe(11);
  });

  it('of a time that has not come yet keep nobody waiting: the clock went back', () => {
    const known = guesses(40, 'pair');
    expect(waitOf(known, at(-1))).toBe(0);
    expect(after(known, 'pair', at(-1)).failures).toBe(1);
  });

  it('that were none are taken back, one each, and leave nobody waiting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const known = guesses(count, 'network');
        const rest = known === null ? null : without(known);
        expect(rest?.failures ?? 0).toBe(count - 1);
        expect(waitOf(rest, at(0))).toBe(0);
      }),
    );
  });

  it('never wait where the clock has passed', () => {
    for (const counted of Object.keys(limits) as Counted[])
      expect(waitOf(guesses(100, counted), at(limits[counted].mostMs))).toBe(0);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['203.0.113.99', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
