import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { isDocumentNumber, takeRedHead } from './red.head.ts';

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const title = '关于停水的通知';
const taken = (...lines: readonly string[]) => {
  const { rest, ...head } = takeRedHead([...lines, title].map(line));
  return { ...head, left: rest.length - 1 };
};

describe('what stands above a title', () => {
  it('is a red head, a number, and what accompanies them', () => {
    expect(
      taken('000001', '特急', '开 远 市 水 务 局 文 件', '签发人：王', '开水发〔2026〕7号', '★'),
    ).toEqual({
      issuer: '开远市水务局',
      documentNumber: '开水发〔2026〕7号',
      words: ['000001', '特急', '开 远 市 水 务 局 文 件', '签发人：王', '★'],
      left: 0,
    });
  });

  it('may be a red head or a number alone', () => {
    expect(taken('开远市水务局文件')).toEqual({
      issuer: '开远市水务局',
      documentNumber: null,
      words: ['开远市水务局文件'],
      left: 0,
    });
    expect(taken('开水发〔2026〕7号')).toEqual({
      issuer: null,
      documentNumber: '开水发〔2026〕7号',
      words: [],
      left: 0,
    });
  });

  it('is nothing where only its company stands there', () => {
    expect(taken('特急', '000001')).toEqual({ issuer: null, documentNumber: null, words: [], left: 2 });
  });

  it('is taken once: a second red head or number belongs to the text', () => {
    expect(taken('开远市水务局文件', '开远市民政局文件')).toMatchObject({ issuer: '开远市水务局', left: 1 });
    expect(taken('开水发〔2026〕7号', '开水发〔2026〕8号')).toMatchObject({
      documentNumber: '开水发〔2026〕7号',
      left: 1,
    });
  });

  it('is looked for in eight lines, as long as they are lines', () => {
    const many = (count: number) => taken(...Array.from({ length: count }, () => '★'), '开远市水务局文件');
    expect(many(7).issuer).toBe('开远市水务局');
    expect(many(8).issuer).toBeNull();
    expect(takeRedHead([{ type: 'divider' }, line('开远市水务局文件')]).issuer).toBeNull();
    expect(takeRedHead([]).rest).toEqual([]);
  });

  it('is no title about documents', () => {
    expect(taken('关于报送文件').issuer).toBeNull();
    expect(taken('开远市水务局文件汇编').issuer).toBeNull();
  });
});

describe('a number on a line of its own', () => {
  it.each([
    ['开水发〔2026〕7号', true],
    ['开水发（2026）第12号', true],
    ['开水发〔2026〕7', false],
    ['见开水发〔2026〕7号文', false],
    ['〔2026〕7号', false],
  ])('%s: %s', (words, is) => {
    expect(isDocumentNumber(words)).toBe(is);
  });
});
