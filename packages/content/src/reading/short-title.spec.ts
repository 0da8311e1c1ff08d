import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrase } from '../testing/arbitrary.ts';
import { editionOf, paragraph, samples } from '../testing/samples.ts';
import { cutTitleFinding, matterTitles, shortTitle } from './short-title.ts';

const of = (title: string, issuer = '开远市民政局') => {
  const { content } = editionOf({ title, body: { type: 'doc', content: [paragraph('文')] } });
  return { content: { ...content, header: { ...content.header, issuer } } };
};

/** Each with what it becomes where there is room for 60, for 32 and for 24 (UTF-16 units). */
const golden: readonly (readonly [title: string, sixty: string, wechat: string, strip: string])[] = [
  [
    '开远市财政局关于公开2026年市级一般公共预算支出情况的公告',
    '开远市财政局关于公开2026年市级一般公共预算支出情况的公告',
    '开远市财政局关于公开2026年市级一般公共预算支出情况的公告',
    '关于公开2026年市级一般公共预算支出情况的公告',
  ],
  [
    '开远市供排水公司关于灵泉东路片区计划停水的通告',
    '开远市供排水公司关于灵泉东路片区计划停水的通告',
    '开远市供排水公司关于灵泉东路片区计划停水的通告',
    '开远市供排水公司关于灵泉东路片区计划停水的通告',
  ],
  [
    '开远市交通运输局关于《开远市网络预约出租汽车经营服务管理实施细则（征求意见稿）》公开征求意见的公告',
    '开远市交通运输局关于《开远市网络预约出租汽车经营服务管理实施细则（征求意见稿）》公开征求意见的公告',
    '《开远市网络预约出租汽车经营服务管理实施细则》公开征求意见',
    '网络预约出租汽车经营服务管理实施细则公开征求意见',
  ],
  [
    '开远市小龙潭片区饮水安全巩固提升工程施工招标公告',
    '开远市小龙潭片区饮水安全巩固提升工程施工招标公告',
    '开远市小龙潭片区饮水安全巩固提升工程施工招标公告',
    '开远市小龙潭片区饮水安全巩固提升工程施工招标公告',
  ],
  [
    '开远市城乡居民最低生活保障办理指南',
    '开远市城乡居民最低生活保障办理指南',
    '开远市城乡居民最低生活保障办理指南',
    '开远市城乡居民最低生活保障办理指南',
  ],
  [
    '开远市举行2026年新时代农民运动会',
    '开远市举行2026年新时代农民运动会',
    '开远市举行2026年新时代农民运动会',
    '开远市举行2026年新时代农民运动会',
  ],
  [
    '开远市公安局关于在开远外国人办理临时住宿登记的通告',
    '开远市公安局关于在开远外国人办理临时住宿登记的通告',
    '开远市公安局关于在开远外国人办理临时住宿登记的通告',
    '关于在开远外国人办理临时住宿登记的通告',
  ],
  [
    '开远市教育体育局关于公布2026年秋季学期校外培训机构白名单的通知',
    '开远市教育体育局关于公布2026年秋季学期校外培训机构白名单的通知',
    '关于公布2026年秋季学期校外培训机构白名单的通知',
    '公布2026年秋季学期校外培训机构白名单',
  ],
  [
    '关于暂停办理婚姻登记的通知',
    '关于暂停办理婚姻登记的通知',
    '关于暂停办理婚姻登记的通知',
    '关于暂停办理婚姻登记的通知',
  ],
  [
    [
      '开远市人民政府办公室关于转发市自然资源局、市农业农村局、市住房和城乡建设局、市林业和草原局、',
      '市生态环境分局、市市场监督管理局等部门开远市进一步规范农村宅基地审批管理严格控制新增农村住房占用',
      '耕地切实做好农村乱占耕地建房专项整治后续工作与农村房屋不动产登记颁证衔接的若干措施（试行）实施细则',
      '（二〇二六年修订版）的通知',
    ].join(''),
    [
      '规范农村宅基地审批管理严格控制新增农村住房占用耕地切实做好农村乱占耕地建房专项整治后续工作…',
      '实施细则（二〇二六年修订版）',
    ].join(''),
    '规范农村宅基地审批管理严格控制新增…实施细则（二〇二六年修订版）',
    '规范农村宅基地审批…实施细则（二〇二六年修订版）',
  ],
  [
    '开远市医疗保障局关于2028年度城乡居民基本医疗保险集中缴费的通告',
    '开远市医疗保障局关于2028年度城乡居民基本医疗保险集中缴费的通告',
    '关于2028年度城乡居民基本医疗保险集中缴费的通告',
    '2028年度城乡居民基本医疗保险集中缴费',
  ],
  [
    '开远市卫生健康局关于开展2026年适龄女性HPV疫苗免费接种的公告',
    '开远市卫生健康局关于开展2026年适龄女性HPV疫苗免费接种的公告',
    '关于开展2026年适龄女性HPV疫苗免费接种的公告',
    '开展2026年适龄女性HPV疫苗免费接种',
  ],
  [
    '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知',
    '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知',
    '关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知',
    '开远市开展基层政务公开标准化规范化试点工作方案',
  ],
  [
    '关于开展2027年度城乡居民基本养老保险缴费工作有关事项的公告（2026年第3号）',
    '关于开展2027年度城乡居民基本养老保险缴费工作有关事项的公告（2026年第3号）',
    '开展2027年度城乡居民基本养老保险缴费工作（2026年第3号）',
    '开展2027年度城乡居民基本养老保险缴费工作',
  ],
  [
    '开远市人民政府关于印发《开远市国民经济和社会发展第十五个五年规划纲要（2026—2030年）》的通知',
    '开远市人民政府关于印发《开远市国民经济和社会发展第十五个五年规划纲要（2026—2030年）》的通知',
    '国民经济和社会发展第十五个五年规划纲要（2026—2030年）',
    '国民经济和社会发展第十五个五年规划纲要',
  ],
  [
    '云南省红河州开远市气象台暴雨预警信号升级公告第12号',
    '云南省红河州开远市气象台暴雨预警信号升级公告第12号',
    '云南省红河州开远市气象台暴雨预警信号升级公告第12号',
    '云南省红河州开远市气象台暴雨预警…公告第12号',
  ],
];

describe('a short title', () => {
  it.each(golden)('of “%s”', (title, sixty, wechat, strip) => {
    expect([60, 32, 24].map((max) => shortTitle(of(title), max).text)).toEqual([sixty, wechat, strip]);
  });

  it('is the editor’s where it fits, and is shortened by the same rule where it does not', () => {
    const { content } = of('开远市水务局关于灵泉东路紧急停水的通知');
    const written = (shortTitle: string) => ({ content: { ...content, shortTitle } });
    expect(shortTitle(written('灵泉东路停水'), 10)).toEqual({ text: '灵泉东路停水', cut: false });
    expect(shortTitle(written('关于灵泉东路紧急停水的通知'), 10)).toEqual({
      text: '灵泉东路紧急停水',
      cut: false,
    });
  });

  it('leaves the issuer out where the channel shows it anyway', () => {
    expect(matterTitles({ content: samples.water.content }, 60)).toEqual(['灵泉东路紧急停水']);
    const { content } = of('开远市交通运输局关于《开远市网约车管理细则（征求意见稿）》公开征求意见的公告');
    const all = matterTitles({ content }, 60);
    expect(all[0]).toBe('《开远市网约车管理细则（征求意见稿）》公开征求意见');
    expect(all.at(-1)).toBe('网约车管理细则公开征求意见');
    expect(matterTitles({ content: { ...content, shortTitle: '网约车新规征求意见' } }, 60)).toEqual([
      '网约车新规征求意见',
    ]);
  });

  it('takes the county off as a word only', () => {
    expect(shortTitle(of('关于《开远市民公约》的通告', '开远市文明办'), 10).text).toBe('《开远市民公约》');
  });

  it('that was cut is told with what it becomes', () => {
    const long = of('南盘江马者哨至小龙潭段河道采砂规划环境影响报告书编制工作情况说明会');
    expect(cutTitleFinding(long, 60, '门户')).toBeNull();
    expect(cutTitleFinding(long, 24, 'LED 电子屏')).toEqual({
      field: 'title',
      message: `标题有33个字，LED 电子屏最多24个字，将显示为“${shortTitle(long, 24).text}”。`,
      remedy: '如不合适，请填写不超过24个字的短标题。',
    });
  });
});

const runs = (text: string): readonly string[] => text.match(/\d+/gu) ?? [];

function balanced(text: string): boolean {
  const open: string[] = [];
  for (const mark of text.match(/[（）《》“”【】]/gu) ?? []) {
    if ('（《“【'.includes(mark)) open.push(mark);
    else if (`${open.pop() ?? ''}${mark}`.match(/（）|《》|“”|【】/u) === null) return false;
  }
  return open.length === 0;
}

describe('whatever the title', () => {
  const room = fc.integer({ min: 10, max: 64 });

  it('a short title keeps to its room, adds nothing but “…”, and splits no number', () => {
    fc.assert(
      fc.property(phrase(24), room, (title, max) => {
        const { text, cut } = shortTitle(of(title), max);
        expect(text).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(max);
        expect(text.isWellFormed()).toBe(true);
        expect([...text].filter((c) => c !== '…' && !title.includes(c))).toEqual([]);
        expect(runs(text).filter((run) => !runs(title).includes(run))).toEqual([]);
        if (!cut) expect(text).not.toContain('…');
      }),
      { numRuns: 500 },
    );
  });

  it('no pair of brackets is left open', () => {
    const inner = phrase(6).filter(balanced);
    const bracketed = fc.constantFrom(['（', '）'], ['《', '》'], ['“', '”'], ['【', '】']);
    const title = fc
      .array(
        fc.oneof(
          inner,
          fc.tuple(bracketed, inner).map(([[a, b], words]) => `${a}${words}${b}`),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts) => parts.join('').trim())
      .filter((words) => words !== '');
    fc.assert(
      fc.property(title, room, (words, max) => {
        expect(balanced(shortTitle(of(words), max).text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
