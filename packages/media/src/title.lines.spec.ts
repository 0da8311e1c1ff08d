import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceTitle, wideLength } from './title.lines.ts';

describe('a title over several lines', () => {
  it('is broken between words into lines of about the same length', () => {
    expect(balanceTitle('开远市2026年第三季度农村最低生活保障对象公示', 18)).toEqual([
      '开远市2026年第三季度农村',
      '最低生活保障对象公示',
    ]);
  });

  it('stays on one line where it fits', () => {
    expect(balanceTitle('关于停水的通知', 18)).toEqual(['关于停水的通知']);
  });

  it('never begins a line with a closing mark', () => {
    const lines = balanceTitle(
      '关于《开远市城市管理办法（试行）》《开远市市容管理办法（试行）》公开征求意见的公告',
      16,
    );
    for (const line of lines) expect(line).not.toMatch(/^[》）]/);
  });

  it('loses no character, whatever the title', () => {
    const characters = fc.constantFrom(...'开远市关于印发《》（）2026年的通知，a b');
    fc.assert(
      fc.property(
        fc.array(characters, { minLength: 1, maxLength: 120 }),
        fc.integer({ min: 6, max: 30 }),
        (title, most) => {
          const lines = balanceTitle(title.join(''), most);
          expect(lines.join('')).toBe(title.join(''));
          expect(lines.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(wideLength(title.join('')) / most)));
        },
      ),
    );
  });
});
