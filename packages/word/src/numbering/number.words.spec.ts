import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInWords } from './number.words.ts';

describe('a number in words', () => {
  it.each<readonly [string, readonly (readonly [number, string])[]]>([
    [
      'chineseCounting',
      [
        [10, '十'],
        [99, '九十九'],
        [100, '一〇〇'],
      ],
    ],
    [
      'chineseLegalSimplified',
      [
        [10, '壹拾'],
        [123, '壹佰贰拾叁'],
        [10_000, '壹万'],
        [10_005, '壹万零伍'],
      ],
    ],
    [
      'japaneseCounting',
      [
        [10, '十'],
        [100, '百'],
        [123, '百二十三'],
      ],
    ],
    ['ideographDigital', [[20, '二〇']]],
    [
      'ideographTraditional',
      [
        [1, '甲'],
        [10, '癸'],
        [11, '甲'],
      ],
    ],
    [
      'ideographZodiacTraditional',
      [
        [1, '甲子'],
        [13, '丙子'],
      ],
    ],
    [
      'decimalEnclosedCircle',
      [
        [1, '①'],
        [20, '⑳'],
        [21, '㉑'],
        [50, '㊿'],
        [51, '（51）'],
      ],
    ],
    [
      'decimalEnclosedParen',
      [
        [3, '⑶'],
        [21, '21'],
      ],
    ],
    ['decimalEnclosedFullstop', [[3, '⒊']]],
    ['decimalFullWidth', [[12, '１２']]],
    [
      'decimalZero',
      [
        [9, '09'],
        [10, '10'],
      ],
    ],
    [
      'upperRoman',
      [
        [4, 'IV'],
        [49, 'XLIX'],
      ],
    ],
    ['lowerRoman', [[1990, 'mcmxc']]],
    [
      'upperLetter',
      [
        [26, 'Z'],
        [27, 'AA'],
        [53, 'AAA'],
      ],
    ],
    [
      'ordinal',
      [
        [1, '1st'],
        [11, '11th'],
        [22, '22nd'],
        [103, '103rd'],
      ],
    ],
    ['numberInDash', [[5, '- 5 -']]],
    ['none', [[5, '']]],
  ])('counts as Word does: %s', (format, examples) => {
    for (const [n, words] of examples) expect(numberInWords(n, format)).toBe(words);
  });

  it('that nobody has looked at is none', () => {
    expect(numberInWords(1, 'koreanCounting')).toBeNull();
  });

  it('in Chinese means the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
        expect(valueOf(numberInWords(n, 'chineseCountingThousand') ?? '')).toBe(n);
      }),
    );
  });
});

/** Reads 一万零五 by its own rule: each digit counts for the unit behind it. */
function valueOf(words: string): number {
  const units = new Map([...'十百千'].map((unit, i) => [unit, 10 ** (i + 1)]));
  let [whole, part, digit] = [0, 0, 0];
  for (const character of words) {
    const unit = units.get(character);
    if (character === '万') [whole, part, digit] = [(part + digit) * 10_000, 0, 0];
    else if (unit !== undefined) [part, digit] = [part + (digit || 1) * unit, 0];
    else digit = '零一二三四五六七八九'.indexOf(character);
  }
  return whole + part + digit;
}
