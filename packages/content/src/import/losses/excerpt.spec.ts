import { describe, expect, it } from 'vitest';
import { lossElement, lossOf } from './loss.element.ts';
import { LossList } from './loss.list.ts';
import { excerptOf } from './loss.ts';

describe('the words that a loss shows', () => {
  it('are on one line, thirty characters at most', () => {
    expect(excerptOf(' 甲\n\t 乙 ')).toBe('甲 乙');
    expect(excerptOf('长'.repeat(30))).toBe('长'.repeat(30));
    expect(excerptOf('长'.repeat(31))).toBe(`${'长'.repeat(30)}…`);
    expect(excerptOf('𠮷'.repeat(31))).toBe(`${'𠮷'.repeat(30)}…`);
    expect(excerptOf(' \n')).toBeUndefined();
  });

  it('keep two losses of one place apart, and are not there where nothing was seen', () => {
    const list = new LossList();
    list.add('ruby', '第1段', '甲');
    list.add('ruby', '第1段', '乙');
    list.add('ruby', '第1段');
    expect(list.all).toStrictEqual([
      { kind: 'ruby', where: '第1段', count: 1, excerpt: '甲' },
      { kind: 'ruby', where: '第1段', count: 1, excerpt: '乙' },
      { kind: 'ruby', where: '第1段', count: 1 },
    ]);
  });
});

describe('the element of a loss', () => {
  it('without words is empty', () => {
    expect(lossElement({ kind: 'comment', where: '', count: 1 })).toBe(
      '<import-loss kind="comment" where="" count="1"></import-loss>',
    );
  });

  it('counts one about the whole where it says neither place nor number', () => {
    expect(lossOf(new Map([['kind', 'comment']]), '')).toStrictEqual({
      kind: 'comment',
      where: '',
      count: 1,
    });
    expect(lossOf(new Map([['kind', 'comment']]), '请核')).toMatchObject({ excerpt: '请核' });
    expect(lossOf(new Map(Object.entries({ kind: 'comment', count: '0' })), '')).toBeNull();
  });
});
