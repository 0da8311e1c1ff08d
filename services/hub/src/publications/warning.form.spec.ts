import { paragraph } from '@towncrier/content/testing';
import type { EditionContent } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { inForm } from './warning.form.ts';

const content: EditionContent = {
  schemaVersion: 1,
  title: '灵泉街道停水红色预警',
  header: { issuer: '开远市水务局' },
  body: { type: 'doc', content: [paragraph('主管道爆裂，全城停水。')] },
  media: [],
};
const fields = {
  category: '停水',
  level: '一级（红色）',
  startsAt: '2026年11月28日16时',
  area: '灵泉街道',
  matters: '主管道爆裂，全城停水。',
  measures: '请储水，关好阀门。',
  phone: '0873-7123456',
  issuer: '开远市水务局',
  issuedAt: '2026年11月28日16时',
};
const about = { type: 'warning', fields, expiresAt: '2026-11-29T08:00:00.000Z' };
const factsOf = ({ body: { content: blocks } }: EditionContent): Record<string, string> => {
  const [head] = blocks;
  if (head?.type !== 'keyFacts') throw new Error('no facts lead');
  return Object.fromEntries(head.attrs.facts.map(({ label, value }) => [label, value]));
};

describe('a warning that the duty officer wrote', () => {
  it('has the form of one that was relayed: level and event, area, time, what to do, telephone', () => {
    const formed = inForm(content, about);
    expect(formed.warning).toEqual({ level: 'red', event: '停水', area: '灵泉街道' });
    expect(factsOf(formed)).toEqual({
      预警类别: '停水',
      预警级别: '一级（红色）',
      起始时间: '2026年11月28日16时',
      失效时间: '2026年11月29日16时00分',
      影响范围: '灵泉街道',
      警示事项: '主管道爆裂，全城停水。',
      应当采取的措施: '请储水，关好阀门。',
      咨询电话: '0873-7123456',
      发布单位: '开远市水务局',
      发布时间: '2026年11月28日16时',
    });
    expect(formed.summary).toContain('请储水，关好阀门');
  });

  it('has its new end when that is put off, and its facts once', () => {
    const later = { ...about, expiresAt: '2026-11-30T08:00:00.000Z' };
    const again = inForm(inForm(content, about), later);
    expect(factsOf(again)['失效时间']).toBe('2026年11月30日16时00分');
    expect(again.body.content.filter(({ type }) => type === 'keyFacts')).toHaveLength(1);
  });

  it('is left as it is while an element is missing, and so is every other type', () => {
    const { area: _area, ...incomplete } = fields;
    expect(inForm(content, { ...about, fields: incomplete })).toBe(content);
    expect(inForm(content, { ...about, type: 'general-notice' })).toBe(content);
  });
});
