import { describe, expect, it } from 'vitest';
import { length, platformTime } from './status.ts';

describe('the length of a weibo', () => {
  it('counts a 汉字 as one, other letters as half, a link as ten', () => {
    expect(length('停水')).toBe(2);
    expect(length('停水12')).toBe(3);
    expect(length('停水1')).toBe(3);
    expect(length('停水https://example.gov.cn/n/7K3QZP4M.html')).toBe(12);
  });
});

describe('a time of the platform', () => {
  it('is in China, the day of the week first and the year last', () => {
    expect(platformTime('2026-11-23T20:05:06.000Z')).toBe('Tue Nov 24 04:05:06 +0800 2026');
  });
});
