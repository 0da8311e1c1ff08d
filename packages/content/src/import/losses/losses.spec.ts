import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { lossElement, lossOf } from './loss.element.ts';
import { LossList } from './loss.list.ts';
import { lossFinding, type Loss } from './loss.ts';

describe('a loss', () => {
  it('is told with its place, its number and its words', () => {
    expect(lossFinding({ kind: 'struck-text', where: '第3段', count: 1, excerpt: '300' })).toEqual({
      field: 'body',
      message: '第3段：带删除线的文字“300”没有导入。',
      remedy: '请在原文中删去或恢复后重新导入；确应删去的请确认。',
    });
    expect(lossFinding({ kind: 'open-revision', where: '', count: 4 }).message).toBe(
      '4处未处理的修订按接受处理。',
    );
  });

  it('comes through HTML as it was, whatever its words', () => {
    const given: Loss = { kind: 'hidden-text', where: '第2张表第1行', count: 2, excerpt: '<b>"内部"&' };
    const [element] = parseFragment(lossElement(given)).childNodes;
    if (element === undefined || !('attrs' in element)) throw new Error('no element');
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const [words] = element.childNodes;
    expect(lossOf(attributes, words !== undefined && 'value' in words ? words.value : '')).toEqual(given);
  });

  it('that nobody made is none', () => {
    expect(lossOf(new Map([['kind', 'other']]), '')).toBeNull();
  });

  it('is counted where it comes again, and summed beyond two hundred places', () => {
    const list = new LossList();
    list.add('ruby', '第1段', '頤');
    list.add('ruby', '第1段', '頤');
    expect(list.all).toEqual([{ kind: 'ruby', where: '第1段', count: 2, excerpt: '頤' }]);
    for (let n = 2; n < 300; n += 1) list.add('ruby', `第${n}段`);
    expect(list.all).toHaveLength(201);
    expect(list.all.at(-1)).toEqual({ kind: 'ruby', where: '其余各处', count: 99 });
  });
});
