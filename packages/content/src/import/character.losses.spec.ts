import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { characterLosses } from './character.losses.ts';

const paragraph = (...texts: readonly string[]): Block => ({
  type: 'paragraph',
  content: texts.map((text) => ({ type: 'text', text })),
});

describe('what single characters tell', () => {
  it('is which radicals were put right, each named once, all of them counted', () => {
    expect(characterLosses(['⽼', '⼈', '⽼'], [], 'text')).toStrictEqual([
      { kind: 'compatibility-character', where: '', count: 3, excerpt: '⽼⼈' },
    ]);
    expect(characterLosses([], [paragraph('停水')], 'text')).toEqual([]);
  });

  it('is where characters of private use stand, however deep', () => {
    const quote: Block = { type: 'quote', content: [paragraph('甲\uE123'), paragraph('\uE124')] };
    expect(characterLosses([], [paragraph('停水'), quote, { type: 'divider' }], 'html')).toStrictEqual([
      { kind: 'private-character', where: '第2段', count: 2 },
    ]);
  });

  it('is where marks of Markdown were left, in Markdown only', () => {
    const blocks = [paragraph('停水'), paragraph('请**', '储__水')];
    expect(characterLosses([], blocks, 'markdown')).toStrictEqual([
      { kind: 'left-markup', where: '第2段', count: 2, excerpt: '请**储__水' },
    ]);
    expect(characterLosses([], blocks, 'text')).toEqual([]);
  });
});
