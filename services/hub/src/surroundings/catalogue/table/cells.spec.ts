import { describe, expect, it } from 'vitest';
import {
  audienceIn,
  basisIn,
  channelsIn,
  elementsIn,
  fieldIn,
  mannerIn,
  stageIn,
  tiersIn,
  unknownWordsIn,
} from './cells.ts';

describe('公开内容', () => {
  it('is divided by lines and ；, or else by 、, never by commas', () => {
    expect(elementsIn('1.申报材料\n（2）办理流程\n\n3、时限')).toEqual(['申报材料', '办理流程', '时限']);
    expect(elementsIn('草案、图纸；意见, 建议')).toEqual(['草案、图纸', '意见, 建议']);
    expect(elementsIn('草案、图纸')).toEqual(['草案', '图纸']);
    expect(elementsIn('')).toEqual([]);
  });
});

describe('公开依据', () => {
  it('is a law each, with its article and its number', () => {
    expect(basisIn('《城乡规划法》第二十六条、《条例》（国务院令第711号）')).toEqual([
      '《城乡规划法》第二十六条',
      '《条例》（国务院令第711号）',
    ]);
    expect(basisIn('云政办发1号\n开政发2号')).toEqual(['云政办发1号', '开政发2号']);
    expect(basisIn(' ')).toEqual([]);
  });
});

describe('公开渠道', () => {
  it('is required where it is marked, or where nothing is marked', () => {
    expect(channelsIn('■政府网站 □政府公报').channels).toEqual([
      { code: 'website', required: true },
      { code: 'gazette', required: false },
    ]);
    expect(channelsIn('政府网站、公报')).toEqual({ channels: [], unknown: ['政府网站、公报'] });
    expect(channelsIn('政府网站,公报').channels.map((c) => c.required)).toEqual([true, true]);
    expect(channelsIn('')).toEqual({ channels: [], unknown: [] });
  });

  it('may say more in brackets', () => {
    expect(channelsIn('■其他（审批平台）').channels).toEqual([
      { code: 'other', required: true, detail: '审批平台' },
    ]);
    expect(channelsIn('■社区/企事业单位/村公示栏(电子屏)').channels).toEqual([
      { code: 'communityBoard', required: true },
    ]);
  });

  it('that nobody knows is named with its mark', () => {
    expect(channelsIn('■飞鸽传书\n□政府网站')).toMatchObject({
      channels: [{ code: 'website' }],
      unknown: ['■飞鸽传书'],
    });
  });
});

describe('公开对象', () => {
  it.each([
    [{}, { scope: 'all' }],
    [{ audience: '全社会' }, { scope: 'all' }],
    [{ audience: '项目单位' }, { scope: 'specific', group: '项目单位' }],
    [{ 'audience:all': '√' }, { scope: 'all' }],
    [{ 'audience:specific': '√' }, { scope: 'specific' }],
    [{ 'audience:specific': '村民' }, { scope: 'specific', group: '村民' }],
    [{ 'audience:all': '√', 'audience:specific': '村民' }, { scope: 'all' }],
  ])('%j', (cells, audience) => {
    expect(audienceIn(cells)).toEqual(audience);
  });
});

describe('words of closed vocabularies', () => {
  it('are read by code, name or other name', () => {
    expect(['决策公开', '决策', 'decision', ' 决策 '].map((stage) => stageIn({ stage }))).toEqual([
      'decision',
      'decision',
      'decision',
      'decision',
    ]);
    expect(mannerIn({ manner: '依申请' })).toBe('on-request');
    expect(mannerIn({ 'manner:active': '√', manner: '依申请' })).toBe('active');
    expect(tiersIn({ tier: '县级、乡级，村级' })).toEqual(['county', 'township', 'village']);
    expect(tiersIn({ 'tier:village': '■', tier: '县级' })).toEqual(['village']);
    expect(fieldIn({ field: '城乡规划' })).toBe('CXGH');
  });

  it('that are empty are unknown to nobody', () => {
    expect(unknownWordsIn({})).toEqual([]);
    expect(
      unknownWordsIn({ stage: ' ', manner: '', tier: '、', 'tier:county': '□', 'audience:all': '√' }),
    ).toEqual([]);
    expect([stageIn({}), mannerIn({}), fieldIn({})]).toEqual([null, null, null]);
    expect(tiersIn({})).toEqual([]);
  });

  it('that nobody knows are told one by one', () => {
    expect(
      unknownWordsIn({
        stage: '监督',
        manner: '口头',
        tier: '县级/省级',
        'manner:active': '是',
        'tier:village': '?',
      }),
    ).toEqual([
      '不认识的公开环节“监督”',
      '不认识的公开方式“口头”',
      '不认识的公开层级“省级”',
      '“主动公开”一栏里不认识的标记“是”',
      '“村级”一栏里不认识的标记“?”',
    ]);
  });
});
