import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { signatureOf } from './signature.ts';

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const signed = (...lines: readonly string[]) => signatureOf(lines.map(line));

describe('a signature', () => {
  it('is the bodies above the day, and where they stand', () => {
    expect(signed('停水。', '开远市水务局', '开远市财政局　开远市民政局', '2026年2月28日', '附件')).toEqual({
      organs: ['开远市水务局', '开远市财政局', '开远市民政局'],
      date: '2026-02-28',
      otherDates: [],
      from: 1,
      to: 4,
    });
  });

  it('may have the name of a body in another language under its own', () => {
    expect(signed('停水。', '开远市水务局', 'Kaiyuan Water Bureau', '2026年2月28日')).toMatchObject({
      organs: ['开远市水务局'],
      from: 1,
    });
    expect(signed('停水。', 'Kaiyuan Water Bureau', '2026年2月28日')).toMatchObject({ organs: [], from: 2 });
    expect(signed('开远市水务局', '见 Kaiyuan', '2026年2月28日')).toMatchObject({ organs: [], from: 2 });
    expect(signed('开远市水务局', 'Kaiyuan 2', '2026年2月28日')).toMatchObject({ organs: [], from: 2 });
  });

  it('ends above at the first line that names more than bodies', () => {
    expect(signed('开远市水务局', '停水', '开远市财政局', '2026年2月28日')).toMatchObject({
      organs: ['开远市财政局'],
      from: 2,
    });
    expect(signed('水务局 停水', '2026年2月28日')).toMatchObject({ organs: [], from: 1 });
    expect(signed('', '2026年2月28日')).toMatchObject({ organs: [], from: 1 });
    expect(signatureOf([{ type: 'divider' }, line('2026年2月28日')])).toMatchObject({ organs: [], from: 1 });
  });

  it('is the last of several, and the days of the others are told where they differ', () => {
    const other = ['开远市水务局', '2026年1月5日'];
    const last = ['开远市财政局', '2026年2月28日'];
    expect(signed(...other, ...last)).toMatchObject({ organs: ['开远市财政局'], otherDates: ['2026-01-05'] });
    expect(signed(...last, ...last)).toMatchObject({ otherDates: [] });
    expect(signed('开远市水务局', '2026年2月30日', ...last)).toMatchObject({ otherDates: [] });
    expect(signed(...last, '停水。', '2026年1月5日')).toMatchObject({ date: '2026-02-28', otherDates: [] });
  });

  it('is the first day alone where nobody signs, and nothing where no line is a day', () => {
    expect(signed('停水。', '2026年2月28日', '停电。', '2026年3月1日')).toEqual({
      organs: [],
      date: '2026-02-28',
      otherDates: [],
      from: 1,
      to: 2,
    });
    expect(signed('开远市水务局', '于2026年2月28日停水')).toBeNull();
    expect(signed()).toBeNull();
  });
});
