import { describe, expect, it } from 'vitest';
import { chineseNumber, isPlain, numberOf } from './html.numbering.ts';

describe('a number as people count', () => {
  it.each([
    [0, '零'],
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '100'],
    [-1, '-1'],
    [1.5, '1.5'],
  ])('%d is %s', (n, words) => {
    expect(chineseNumber(n)).toBe(words);
  });
});

describe('the number before an item', () => {
  it.each([
    [null, 3, '3. '],
    ['1', 3, '3. '],
    ['decimal', 3, '3. '],
    ['decimal-leading-zero', 3, '03. '],
    ['decimal-leading-zero', 12, '12. '],
    ['a', 1, 'a. '],
    ['lower-alpha', 26, 'z. '],
    ['lower-latin', 27, 'aa. '],
    ['A', 28, 'AB. '],
    ['upper-alpha', 52, 'AZ. '],
    ['upper-latin', 703, 'AAA. '],
    ['i', 4, 'iv. '],
    ['lower-roman', 9, 'ix. '],
    ['I', 4, 'IV. '],
    ['upper-roman', 9, 'IX. '],
    ['cjk-ideographic', 12, '十二、'],
    ['cjk-decimal', 2, '二、'],
    ['simp-chinese-informal', 2, '二、'],
    ['trad-chinese-informal', 2, '二、'],
    ['none', 2, ''],
    ['none', 0, ''],
    ['disc', 2, ''],
    ['circle', 2, ''],
    ['square', 2, ''],
    ['hebrew', 2, '2. '],
  ])('of a list of the style %s at %d is “%s”', (style, n, words) => {
    expect(numberOf(style, n)).toBe(words);
  });

  it('is in figures where letters and Roman numbers have none', () => {
    expect(numberOf('a', 0)).toBe('0. ');
    expect(numberOf('I', -2)).toBe('-2. ');
    expect(numberOf('a', 1)).toBe('a. ');
  });

  it('is ours where the style is decimal, unknown or not said', () => {
    expect([null, '1', 'decimal', 'hebrew'].map(isPlain)).toEqual([true, true, true, true]);
    expect(['a', 'I', 'none', 'cjk-decimal', 'decimal-leading-zero'].some(isPlain)).toBe(false);
  });
});
