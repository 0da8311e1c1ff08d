import { describe, expect, it } from 'vitest';
import shipped from './data/disclosure-items.json' with { type: 'json' };
import { findingsIn, missingElements, obstaclesTo } from './item.rules.ts';
import { item, type Item } from './item.ts';

const good = item.parse(shipped.items[0]);
const rules = (i: Item, closed: readonly string[] = []) =>
  findingsIn([i], closed).map((f) => `${f.severity} ${f.rule}`);

it('a good row has no findings', () => {
  expect(rules(good)).toEqual([]);
  expect(obstaclesTo(good)).toEqual([]);
});

describe('an element that is missing', () => {
  it.each([
    ['名称', { level2: '', level3: null }],
    ['公开依据', { basis: [] }],
    ['公开内容', { elements: [] }],
    ['公开主体', { body: '' }],
    ['公开时限', { timeLimit: { text: '', rules: [] } }],
    ['公开方式', { manner: null }],
  ])('%s keeps the row from taking effect', (name, without) => {
    const found = missingElements({ ...good, ...without });
    expect(found).toMatchObject([{ rule: 'missing-element', severity: 'block', item: good.id }]);
    expect(found[0]?.message).toBe(`${good.id} 缺少${name}。`);
  });
});

describe('advice', () => {
  it('is for names that are too long or too vague', () => {
    expect(rules({ ...good, level3: '字'.repeat(40) })).toEqual([]);
    expect(rules({ ...good, level3: '字'.repeat(41) })).toEqual(['advise long-name']);
    expect(rules({ ...good, level3: '招标有关事项' })).toEqual(['advise vague-name']);
    expect(rules({ ...good, level3: '其他' })).toEqual(['advise vague-name']);
    expect(rules({ ...good, level3: '施工其他单位' })).toEqual([]);
  });

  it('is for a time limit that no date follows from', () => {
    expect(rules({ ...good, timeLimit: { text: '看情况', rules: [] } })).toEqual([
      'advise unclear-time-limit',
    ]);
    const own = { text: '看情况', rules: [{ kind: 'realtime' }] };
    expect(rules({ ...good, timeLimit: own })).toEqual([]);
    const promptly = { text: '及时公开', rules: [{ kind: 'promptly', needsLocalSla: true }] };
    expect(rules({ ...good, timeLimit: promptly })).toEqual(['advise no-number']);
  });

  it('is for a name on the negative list', () => {
    const name = good.level3 ?? good.level2;
    expect(rules(good, [name])).toEqual(['advise on-negative-list']);
    expect(rules(good, [`${name}二`])).toEqual([]);
  });

  it('is for rows that are the same, each after the first', () => {
    const twins = [good, { ...good, id: 'ZDXM-98' }, { ...good, id: 'ZDXM-99' }];
    expect(findingsIn(twins).map((f) => [f.rule, f.item, f.message.includes(good.id)])).toEqual([
      ['duplicate', 'ZDXM-98', true],
      ['duplicate', 'ZDXM-99', true],
    ]);
    expect(findingsIn([good, { ...good, id: 'ZDXM-98', body: '另一个局' }])).toEqual([]);
  });
});

it('a rule in unknown words keeps a row from taking effect, and the word is named', () => {
  const odd = { ...good, timeLimit: { text: '每旬', rules: [{ kind: 'periodic', every: 'tenDays' }] } };
  expect(obstaclesTo(odd)).toMatchObject([{ rule: 'unknown-time-limit', severity: 'block', item: good.id }]);
  expect(obstaclesTo(odd)[0]?.message).toContain('tenDays');
});
