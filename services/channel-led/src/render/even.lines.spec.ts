import { breakLines, halfCells } from '@towncrier/content';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenLines } from './even.lines.ts';

const words = fc.array(fc.constantFrom('停水', '时间', '灵泉东路', '2026年', '请居民提前储水', '，', '1号'), {
  minLength: 1,
  maxLength: 30,
});

describe('even lines', () => {
  it('say the same words in as many lines, none wider than there is room', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 30 }), (parts, cols) => {
        const text = parts.join('');
        const lines = evenLines(text, cols);
        expect(lines.join('')).toBe(breakLines(text, cols).join(''));
        expect(lines).toHaveLength(breakLines(text, cols).length);
        for (const line of lines) expect(halfCells(line)).toBeLessThanOrEqual(cols * 2);
      }),
    );
  });

  it('leave no last line of one word', () => {
    expect(breakLines('开远市城乡居民最低生活保障办理指南', 8).at(-1)).toBe('指南');
    expect(evenLines('开远市城乡居民最低生活保障办理指南', 8).at(-1)).toBe('办理指南');
  });
});
