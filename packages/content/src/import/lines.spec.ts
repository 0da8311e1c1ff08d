import { describe, expect, it } from 'vitest';
import { headingOf, lineOf } from './lines.ts';

const content = [
  { type: 'text' as const, text: ' 停水' },
  { type: 'hardBreak' as const },
  { type: 'text' as const, text: '通知 ' },
];

describe('the words of a block', () => {
  it('stand on one line, without blanks at the ends', () => {
    expect(lineOf({ type: 'paragraph', content })).toBe('停水 通知');
    expect(headingOf({ type: 'heading', attrs: { level: 2 }, content })).toBe('停水 通知');
  });

  it('are a line in a paragraph and a heading in a heading, and nothing elsewhere', () => {
    expect(lineOf({ type: 'heading', attrs: { level: 2 }, content })).toBeUndefined();
    expect(headingOf({ type: 'paragraph', content })).toBeUndefined();
    expect([lineOf(undefined), headingOf(undefined), lineOf({ type: 'divider' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
