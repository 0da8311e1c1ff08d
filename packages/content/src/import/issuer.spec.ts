import { describe, expect, it } from 'vitest';
import { issuerFrom, statedIn } from './issuer.ts';

const nobody = { header: null, signature: null, stated: null, redHead: null, title: null };

describe('a line that names who speaks', () => {
  it.each([
    ['信息来源：开远市水务局', '开远市水务局'],
    ['来源: 开远市水务局', '开远市水务局'],
    ['来　源：开远市水务局', '开远市水务局'],
    ['发布机构：开远市水务局', '开远市水务局'],
    ['发布单位：开远市水务局', '开远市水务局'],
    ['发文单位 ： 开远市水务局', '开远市水务局'],
    ['招 标 人：开远市供水（集团）公司', '开远市供水（集团）公司'],
    ['采购人：水务局', '水务局'],
    ['来源：开远市水务局 2026年2月28日', '开远市水务局'],
    ['来源：水局', null],
    [`来源：${'局'.repeat(40)}`, '局'.repeat(40)],
    [`来源：${'局'.repeat(41)}`, null],
    ['来源：KY水务局', null],
    ['来源：水务局2', null],
    ['水源：开远市水务局', null],
    ['资金来源：开远市水务局', null],
  ])('%s: %s', (line, name) => {
    expect(statedIn([line])).toBe(name);
  });

  it('is the last one that names a body, and none is where nothing is a line', () => {
    expect(statedIn(['来源：开远市水务局', '来源：开远市民政局', undefined, '请储水。', '来源：7'])).toBe(
      '开远市民政局',
    );
    expect(statedIn([undefined])).toBeNull();
    expect(statedIn([])).toBeNull();
  });
});

describe('the issuer', () => {
  it('is taken from the first place that names one', () => {
    expect(issuerFrom({ ...nobody, stated: '开远市水务局', title: '水务局' })).toEqual({
      value: '开远市水务局',
      doubts: [],
    });
    expect(issuerFrom({ ...nobody, redHead: '开远市人民政府' }).value).toBe('开远市人民政府');
    expect(issuerFrom(nobody)).toEqual({ value: null, doubts: [] });
  });

  it('is not in doubt where one name is short for the other', () => {
    const doubts = (signature: string, title: string) =>
      issuerFrom({ ...nobody, signature, title }).doubts.length;
    expect(doubts('市水务局', '开远市水务局')).toBe(0);
    expect(doubts('开远市水务局、开远市财政局', '开远市财政局')).toBe(0);
    expect(doubts('开远市水务局', '开远市电务局')).toBe(1);
    expect(doubts('水务局', '局水务')).toBe(1);
  });

  it('in doubt is told with both places in words', () => {
    expect(issuerFrom({ ...nobody, header: '开远市民政局', stated: '开远市水务局' }).doubts).toEqual([
      {
        kind: 'doubtful-issuer',
        where: '',
        count: 1,
        excerpt: '版头信息：开远市民政局；正文：开远市水务局',
      },
    ]);
    expect(issuerFrom({ ...nobody, redHead: '民政局', title: '水务局' }).doubts[0]?.excerpt).toBe(
      '红头：民政局；标题：水务局',
    );
  });
});
