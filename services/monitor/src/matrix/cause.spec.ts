import fc from 'fast-check';
import type { TimelineEntry } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { causeOf, keyOf } from './cause.ts';

const entry = (second: number, more: Partial<TimelineEntry>): TimelineEntry => ({
  at: new Date(Date.UTC(2026, 10, 23, 8, 0, second)).toISOString(),
  verb: 'publish',
  outcome: 'operator',
  words: '签名未报备',
  ...more,
});

describe('two failures have one cause', () => {
  it('whatever ids, numbers and addresses stand in their words', () => {
    const digits = fc.integer({ min: 0, max: 99_999_999 }).map(String);
    const id = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/).filter((s) => /\d/.test(s));
    const words = (n: string, of: string): string =>
      `服务器 ${n}.1.2.3 不在公众号“${of}”白名单（代码 40164，见 https://mp.example.com/${of}?n=${n}）；第${n}次，任务 ${of}`;
    fc.assert(
      fc.property(digits, digits, id, id, (n, m, a, b) => {
        expect(keyOf(words(n, a))).toBe(keyOf(words(m, b)));
      }),
    );
  });

  it('and two where something else is in the way have not', () => {
    expect(keyOf('签名未报备')).not.toBe(keyOf('余额不足'));
  });

  it('whichever target it was', () => {
    const at = (target: string) => ({
      state: 'failed' as const,
      timeline: [entry(1, { target, words: `${target}：屏幕离线` })],
    });
    expect(causeOf(at('西门屏'))).toEqual(causeOf(at('东门屏')));
  });
});

describe('a delivery', () => {
  it('that has arrived has none', () => {
    expect(causeOf({ state: 'confirmed', timeline: [entry(1, {})] })).toBeUndefined();
  });

  it('has what the far end said for its cause, not how it ended', () => {
    const ended = entry(2, { verb: 'settle', outcome: 'failed', words: '需要人工处理' });
    expect(causeOf({ state: 'failed', timeline: [entry(1, {}), ended] })?.words).toBe('签名未报备');
  });

  it('that went on since has none any more', () => {
    const well = entry(2, { outcome: 'done', words: '对方已接受' });
    expect(causeOf({ state: 'working', timeline: [entry(1, { outcome: 'busy' }), well] })).toBeUndefined();
  });
});
