import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPattern, numberIn } from './chinese.number.ts';

const digits = '零一二三四五六七八九';
/** As a clerk writes it: 十, 十五, 二十, 一百零五, 一百二十. */
function chinese(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10];
  const below =
    (hundreds > 0 && tens === 0 && ones > 0 ? '零' : '') +
    tensOf(tens, hundreds > 0) +
    (ones > 0 ? digits[ones] : '');
  return (hundreds > 0 ? `${digits[hundreds]}百` : '') + below;
}
const tensOf = (tens: number, after: boolean): string =>
  tens === 0 ? '' : tens === 1 && !after ? '十' : `${digits[tens]}十`;

describe('a number in Chinese', () => {
  it('reads as it was written, from one to 999', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(numberIn(chinese(n)), chinese(n)).toBe(n);
        expect(numberIn(String(n))).toBe(n);
      }),
    );
  });

  it.each([
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百', 100],
    ['一百〇五', 105],
    ['一百二十', 120],
    ['7', 7],
  ])('%s', (said, n) => {
    expect(numberIn(said)).toBe(n);
  });

  it.each(['二三', '十十', '百', '一百一百', '零', '0', '', '若干', '1.5', '十二十'])(
    '%s is none',
    (said) => {
      expect(numberIn(said)).toBeNull();
    },
  );

  it('is never read from the middle of another', () => {
    const all = (text: string): string[] =>
      [...text.matchAll(new RegExp(countPattern, 'gu'))].map(([n]) => n);
    expect(all('一百二十日')).toEqual(['一百二十']);
    expect(all('120日内、30日')).toEqual(['120', '30']);
    expect(all('第七条')).toEqual([]);
    expect(all('1.5年')).toEqual(['1']);
  });
});
