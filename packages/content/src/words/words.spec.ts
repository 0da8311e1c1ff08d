import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrase } from '../testing/arbitrary.ts';
import { findDate, instantInWords, isDateLine, periodInWords } from './calendar.ts';
import { cutAtClause, cutAtWord } from './cut.ts';
import { segmentWords } from './segment.ts';

describe('words', () => {
  it('are the text again when joined', () => {
    fc.assert(
      fc.property(fc.oneof(phrase(20), fc.string({ unit: 'grapheme' })), (text) => {
        expect(segmentWords(text).join('')).toBe(text);
      }),
    );
  });

  it('keep numbers with their units, telephone numbers and addresses whole', () => {
    const words = segmentWords(
      '影响约3,200户，2026年11月25日8时，电话0873-7123456，见https://www.example.gov.cn/a?b=1。',
    );
    for (const whole of ['3,200户', '2026年', '8时', '0873-7123456', 'https://www.example.gov.cn/a?b=1'])
      expect(words).toContain(whole);
  });

  it('are never cut, and what is cut never exceeds its room', () => {
    fc.assert(
      fc.property(
        phrase(30),
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(cutAtWord, cutAtClause),
        (text, max, cut) => {
          const short = cut(text, max);
          expect(short.length).toBeLessThanOrEqual(max);
          expect(short.isWellFormed()).toBe(true);
          expect(cut(short, max)).toBe(short);
          if (short !== text && short !== '') expect(text.startsWith(short.slice(0, -1))).toBe(true);
        },
      ),
    );
    expect(cutAtWord('定于2026年11月25日停水', 8)).toBe('定于2026年…');
  });
});

describe('dates', () => {
  it('are found in digits and in Chinese numerals, and only where there is one', () => {
    expect(
      [
        '2017年9月18日',
        '2017-09-18',
        '二〇一七年九月十八日',
        '二○一七年十二月三十一日',
        '2026年2月30日',
        '没有',
      ].map(findDate),
    ).toEqual(['2017-09-18', '2017-09-18', '2017-09-18', '2017-12-31', null, null]);
    expect(['2017年9月18日', '（2017年9月18日）', '9月18日', '截至2017年9月18日'].map(isDateLine)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('are those of the county, whatever the machine', () => {
    expect(instantInWords('2026-12-31T16:05:00Z')).toBe('2027年1月1日0时05分');
    expect(periodInWords('2026-12-28', '2027-01-05')).toBe('2026年12月28日至2027年1月5日');
  });
});
