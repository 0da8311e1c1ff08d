import { describe, expect, it } from 'vitest';
import { subjects } from '../subjects.ts';
import { wordsOfActs, type Acts } from './acts.ts';

const all = subjects.flatMap(({ acts }) => (acts === undefined ? [] : [acts]));

describe('the words of the trail', () => {
  it('name every kind and every act in Chinese, in the form the trail has them', () => {
    const { kind, act } = wordsOfActs(all);
    for (const [name, title] of [...Object.entries(kind), ...Object.entries(act)])
      expect(title, name).toMatch(/^[\p{Script=Han}（）]+$/u);
    for (const name of Object.keys(act)) expect(name).toMatch(/^[a-z-]+\.[a-zA-Z-]+$/);
    expect(act).toMatchObject({ 'publication.reviewPassed': '审核通过', 'audit.export': '导出' });
  });

  it('are told by one subject for one kind', () => {
    const told: Acts = { thing: { title: '物', acts: { make: '造' } } };
    expect(() => wordsOfActs([told, told])).toThrow('thing');
  });
});
