import { describe, expect, it } from 'vitest';
import { channelsProposed, channelsRequired } from '../../publications/proposal.ts';
import { publicationTypes, typeOf } from './publication.type.ts';

const channels = ['board', 'led', 'portal', 'sms', 'website', 'wechat', 'weibo'];
const proposalOf = (code: string) => {
  const type = typeOf(code);
  if (type === null) throw new Error(`no type ${code}`);
  return type.goes;
};
const proposed = (code: string) => channelsProposed(proposalOf(code), channels);
const required = (code: string, fields = {}) =>
  channelsRequired(proposalOf(code), fields).map(({ channel, article }) => [channel, article]);

describe('what types propose', () => {
  it('is not a message to everybody about what concerns a few', () => {
    for (const code of ['tender', 'sports', 'budget', 'decision', 'policy', 'meeting'])
      expect(proposed(code), code).not.toContain('sms');
    expect(proposed('sports')).toEqual(['website', 'wechat']);
    expect(proposed('outage')).toEqual(channels);
    expect(proposed('warning')).toEqual(channels);
  });

  it('is the urgent lane for warnings alone', () => {
    const urgent = publicationTypes.filter(({ goes }) => goes.lane.value === 'urgent');
    expect(urgent.map(({ code }) => code)).toEqual(['warning']);
  });

  it('names article and law where a channel is no choice, and proposes that channel', () => {
    for (const { goes, code } of publicationTypes)
      for (const one of goes.channels.filter(({ law }) => law !== undefined))
        expect([one.proposed, one.law?.article], code).toEqual([
          true,
          expect.stringMatching(/《.+》.*第.+条/u),
        ]);
    expect(required('policy')).toEqual([['website', '《政府信息公开条例》第二十四条']]);
    expect(required('tender')).toEqual([]);
  });

  it('asks for it only where that article is about this notice', () => {
    expect(required('outage', { service: '停水' })).toEqual([['sms', '《城市供水条例》第二十二条']]);
    expect(required('outage', { service: '停电' })).toEqual([]);
    expect(required('public-notice', { periodRule: 'NP-CIVIL' })).toEqual([]);
    expect(required('public-notice', { periodRule: 'NP-LAND-COMP' })).toMatchObject([
      ['board', /土地管理法/u],
    ]);
  });

  it('tells a reason for every default, in one sentence', () => {
    const reasons = publicationTypes.flatMap(({ goes }) => [
      goes.others.reason,
      goes.lane.reason,
      goes.audience.reason,
      ...goes.channels.map(({ reason }) => reason),
    ]);
    for (const reason of reasons) expect(reason).toMatch(/^[^。]{4,60}$/u);
  });

  it('asks by the fields and choices that the form has', () => {
    for (const { code, goes, fields } of publicationTypes)
      for (const { law } of goes.channels) {
        if (law?.when === undefined) continue;
        expect(
          fields.map(({ key }) => key),
          code,
        ).toContain(law.when.field);
      }
  });
});
