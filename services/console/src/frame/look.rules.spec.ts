import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenIn, colours, lookOf, looks } from './look.rules.ts';

const chosen = fc.record({ colours: fc.constantFrom(...colours), elder: fc.boolean() });
const seen = fc.record({ dark: fc.boolean(), paper: fc.boolean() });

describe('how the console looks', () => {
  it('is what was chosen, after any way through the browser’s store', () => {
    fc.assert(fc.property(chosen, (c) => void expect(chosenIn(JSON.stringify(c))).toEqual(c)));
  });

  it('is the system’s while nothing that can be read was chosen', () => {
    const anything = fc.oneof(fc.constant(null), fc.string(), fc.json());
    fc.assert(
      fc.property(anything, seen, (words, s) => void expect(looks).toContain(lookOf(chosenIn(words), s))),
    );
    for (const words of [null, '', '{', 'null', '7', '{"colours":"pink","elder":"yes"}'])
      expect(chosenIn(words)).toEqual({ colours: 'system', elder: false });
  });

  it('follows the system only where nobody chose, and is white on paper', () => {
    const at = (c: (typeof colours)[number], dark: boolean, paper = false) =>
      lookOf({ colours: c, elder: false }, { dark, paper });
    expect([at('system', true), at('system', false)]).toEqual(['dark', 'light']);
    expect([at('light', true), at('dark', false)]).toEqual(['light', 'dark']);
    expect([at('dark', true, true), at('system', true, true)]).toEqual(['light', 'light']);
  });

  it('has large words wherever they were chosen, also on paper', () => {
    fc.assert(fc.property(chosen, seen, (c, s) => lookOf(c, s).endsWith('-elder') === c.elder));
  });
});
