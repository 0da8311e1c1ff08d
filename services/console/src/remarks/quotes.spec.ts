import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockOf, placeOf, quoteOf } from './quotes.ts';

const words = fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(...'停水8时至。') });

it('what was quoted is found where it was quoted, or where the same words stand in the same surroundings', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % text.length;
      const to = Math.min(text.length, from + 1 + (b % text.length));
      const quote = quoteOf(text, from, to);
      if (quote === null) return;
      const place = placeOf(text, quote);
      expect(place).not.toBeNull();
      const found = quoteOf(text, place?.from ?? 0, place?.to ?? 0);
      expect(found).toEqual(quote);
    }),
  );
});

it('of several places it is the one with the same surroundings, though the text around has changed', () => {
  const quote = quoteOf('一号院8时停水，二号院8时停水。', 11, 13);
  expect(quote?.exact).toBe('8时');
  expect(quote === null ? null : placeOf('一号院8时停水，九号院8时停水，二号院8时停水。', quote)).toEqual({
    from: 19,
    to: 21,
  });
});

it('what is gone is found nowhere, and what has moved in the block where it stands now', () => {
  const quote = { exact: '8时', prefix: '', suffix: '' };
  expect(placeOf('停水', quote)).toBeNull();
  expect(blockOf(['停水', '8时'], { block: 1, quote })).toBe(1);
  expect(blockOf(['8时', '停水', '8时'], { block: 3, quote })).toBe(2);
  expect(blockOf(['停水'], { block: 1, quote })).toBeNull();
  expect(blockOf(['停水'], { block: 1 })).toBe(0);
});

it('nothing is quoted of blanks, nor more than the hub takes', () => {
  expect(quoteOf('停 水', 1, 2)).toBeNull();
  expect(quoteOf('停'.repeat(501), 0, 501)).toBeNull();
});
