import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, halfCells } from './cells.ts';

describe('lines of a grid', () => {
  it('begins no line with a closing mark and ends none with an opening one', () => {
    const clause = fc.constantFrom(
      '关于印发《方案》的通知，',
      '“放管服”改革（试行）。',
      '3,200户、',
      '《统计月报》、',
      '按“应公开、尽公开”要求；',
      '时间：2026年11月25日8时至18时。',
    );
    fc.assert(
      fc.property(
        fc.array(clause, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 10, max: 30 }),
        (clauses, cols) => {
          const lines = breakLines(clauses.join(''), cols);
          expect(lines.join('')).toBe(clauses.join(''));
          for (const line of lines) {
            expect(line).not.toMatch(/^[，。、；：》」』）】”’]/);
            expect(line).not.toMatch(/[《「『（【“‘]$/);
            expect(halfCells(line)).toBeLessThanOrEqual(cols * 2);
          }
        },
      ),
    );
  });

  it('keeps a number and its unit on one line', () => {
    for (let cols = 8; cols < 24; cols += 1) {
      const lines = breakLines('定于2026年11月25日停水，影响约3,200户居民，电话0873-7123456。', cols);
      for (const whole of ['2026年', '11月', '25日', '3,200户', '0873-7123456'])
        expect(
          lines.some((line) => line.includes(whole)),
          `${whole} at ${cols}`,
        ).toBe(true);
    }
  });
});
