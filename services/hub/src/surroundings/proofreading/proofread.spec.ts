import { readFileSync } from 'node:fs';
import { importSource, inlineText } from '@towncrier/content';
import type { EditionContent } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofread } from './proofread.ts';

function contentOf(source: string, more: object = {}): EditionContent {
  const { content, findings } = importSource({
    format: 'text',
    source,
    header: { issuer: '开远市水务局' },
    ...more,
  });
  if (content === null) throw new Error(JSON.stringify(findings));
  return content;
}
const told = (text: string, more: object = {}): string[] =>
  proofread(contentOf(`关于停水检修的通知\n\n${text}`, more)).map((f) => `${f.severity} ${f.rule}`);
const plan = contentOf(
  readFileSync(
    new URL('../../../../../packages/content/test/fixtures/kaiyuan-2017-pilot-plan.txt', import.meta.url),
    'utf8',
  ),
);

const clean: readonly [string, string][] = [
  [
    'a notice of a water cut',
    '关于灵泉东路停水检修的通知\n\n各用户：\n\n因供水管网检修，定于2026年11月25日（星期三）8时至18时，灵泉东路沿线停水。请提前储水，并关好水龙头。\n\n联系电话：0873-7123456，值班手机：13800000000。\n\n开远市水务局\n2026年11月23日',
  ],
  [
    'a public notice',
    '2026年度拟录用公务员公示\n\n根据《中华人民共和国公务员法》，经笔试、面试、体检和考察，现将拟录用人员名单予以公示。公示期为2026年11月23日至2026年11月27日（5个工作日）。\n\n公示期内如有异议，请以书面形式向市委组织部反映，反映情况应实事求是。\n\n1）张某某，某某大学；\n2）李某某，某某学院。',
  ],
  [
    'a policy',
    '开远市人民政府关于印发《开远市城市供水管理办法》的通知\n\n各乡镇人民政府（街道办事处）：\n\n《开远市城市供水管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。根据云政办发〔2017〕22号文件要求，结合我市实际，本办法自2027年1月1日起施行。',
  ],
];

describe('the 2017 plan', () => {
  const findings = proofread(plan);
  it('shows its five known defects, each at its place', () => {
    const places: readonly [string, string][] = [
      ['wrong-word', '上下公务'],
      ['wrong-word', '权利运行'],
      ['doubled-word', '自2017年自6月'],
      ['wrong-word', '环境环保局'],
      ['doubled-clause', '营造正面、强大、紧密、良好的舆论氛围'],
    ];
    for (const [rule, words] of places)
      expect(
        findings.filter((f) => f.rule === rule && f.excerpt?.includes(words)),
        words,
      ).toHaveLength(1);
  });

  it('is not drowned in findings, and none of them stops it', () => {
    expect(findings.length).toBeLessThanOrEqual(12);
    expect(findings.filter((f) => f.severity === 'block')).toEqual([]);
  });
});

describe('a clean text', () => {
  it.each(clean)('raises nothing: %s', (_name, source) => {
    expect(proofread(contentOf(source))).toEqual([]);
  });
});

describe('what stops a text', () => {
  it('is a severe error in the name of the state or its bodies, however it is written', () => {
    expect(told('市人民攻府决定停水。')).toEqual(['block wrong-word']);
    expect(told('中共人民共和国成立。')).toEqual(['block wrong-word']);
    expect(told('成立领导小姐。')).toEqual(['block wrong-word']);
  });

  it('is an ID number, and the finding does not repeat it', () => {
    const findings = proofread(contentOf('名单公示\n\n张三，身份证号11010519491231002X。'));
    expect(findings).toMatchObject([{ rule: 'personal-data', severity: 'block' }]);
    expect(JSON.stringify(findings)).not.toContain('19491231002X');
    expect(told('项目编号110105194912310021。')).toEqual([]);
  });

  it('is whatever is called an ID number, of 15 to 18 characters, in a table by its column', () => {
    expect(told('张三，身份证号110105491231002。')).toEqual(['block personal-data']);
    expect(told('身份证号码：110105194912310021')).toEqual(['block personal-data']);
    const table = importSource({
      format: 'html',
      source:
        '<h1>补贴公示</h1><table><tr><th>编号</th><th>身份证号</th></tr><tr><td>202611230000000001</td><td>110105194912310021</td></tr></table>',
      header: { issuer: '开远市民政局' },
    }).content as EditionContent;
    expect(proofread(table)).toMatchObject([
      { rule: 'personal-data', place: { block: 0, spot: { path: [1, 1], from: 0, to: 18 } } },
    ]);
  });

  it('is a mobile number behind a name, which is worth a look where it is to be called', () => {
    expect(told('中选人：张三，13800001111。')).toEqual(['block personal-data']);
    expect(told('如有疑问，请找王小明13800001111。')).toEqual(['advise personal-data']);
    expect(told('联系人：李明，13800001111。')).toEqual(['advise personal-data']);
    expect(told('值班手机：13800001111。')).toEqual([]);
  });

  it('is a bank card, or a mobile number in a list of people', () => {
    expect(told('汇款账号：4111111111111111')).toEqual(['block personal-data']);
    const table = importSource({
      format: 'html',
      source: '<h1>补贴公示</h1><table><tr><td>张三</td><td>13800001111</td></tr></table>',
      header: { issuer: '开远市民政局' },
    }).content as EditionContent;
    expect(proofread(table).map((f) => f.rule)).toEqual(['personal-data']);
  });

  it('is what somebody meant to fill in later', () => {
    for (const text of ['定于XX月停水。', '请联系【待填】。', '20XX年施行。', '开政发〔20 〕号'])
      expect(told(text), text).toContain('block placeholder');
  });

  it('is a date that does not exist, or a weekday that does not fit', () => {
    expect(told('定于2026年2月30日停水。')).toEqual(['block bad-date']);
    expect(told('定于2026年11月25日（星期四）停水。')).toEqual(['block bad-weekday']);
  });

  it('is a picture without words', () => {
    const content = contentOf('停水通知\n\n见下图。');
    const image = { type: 'image' as const, attrs: { media: 'a'.repeat(64), alt: '' } };
    expect(
      proofread({ ...content, body: { ...content.body, content: [...content.body.content, image] } }).map(
        (f) => f.rule,
      ),
    ).toEqual(['missing-alternative']);
  });
});

/** The text with what the findings offer instead, from the end to the beginning. */
function repaired(text: string): string {
  const content = contentOf(`关于停水检修的通知\n\n${text}`);
  const [block] = content.body.content;
  const words = block?.type === 'paragraph' ? inlineText(block.content) : '';
  return proofread(content)
    .flatMap(({ place, repair }) =>
      place?.spot === undefined || repair === undefined ? [] : [{ ...place.spot, repair }],
    )
    .toSorted((a, b) => b.from - a.from)
    .reduce((now, { from, to, repair }) => now.slice(0, from) + repair + now.slice(to), words);
}

describe('a finding with a repair', () => {
  it.each([
    ['市人民攻府决定，截止目前停水。', '市人民政府决定，截至目前停水。'],
    ['关于关于停水的事。', '关于停水的事。'],
    ['自2017年自6月起施行。', '自2017年6月起施行。'],
    ['根据云政办发[2017]022号文件要求办理。', '根据云政办发〔2017〕22号文件要求办理。'],
    ['中选人：张三，13800001111。', '中选人：张三，1380*****11。'],
  ])('names the place, and what may stand there instead: %s', (before, after) => {
    expect(repaired(before)).toBe(after);
    expect(told(after)).toEqual([]);
  });
});

describe('what is worth a look', () => {
  it('is a document number in the wrong form, with the right one', () => {
    const [found] = proofread(contentOf('通知\n\n根据云政办发[2017]022号文件要求办理。'));
    expect(found).toMatchObject({
      rule: 'document-number',
      remedy: expect.stringContaining('云政办发〔2017〕22号'),
    });
  });

  it('is a body that a reform has renamed, in texts written since', () => {
    expect(
      told('请到市国税局办理。', { header: { issuer: '开远市税务局', writtenOn: '2026-11-23' } }),
    ).toEqual(['advise wrong-word']);
    expect(
      told('请到市国税局办理。', { header: { issuer: '开远市税务局', writtenOn: '2017-09-18' } }),
    ).toEqual([]);
  });

  it('is a word in the wrong place, but not where it is right', () => {
    expect(told('截止目前已完成八成。')).toEqual(['advise wrong-word']);
    expect(told('选派干部下公务员考察组。')).toEqual([]);
  });

  it('is an unpaired mark, a day that depends on the reader, a word written twice', () => {
    expect(told('根据《供水条例的规定停水。')).toEqual(['advise unpaired']);
    expect(told('明天停水。')).toEqual(['advise relative-date']);
    expect(told('关于关于停水的事。')).toEqual(['advise doubled-word']);
  });
});

it('never fails, whatever it reads, and always says the same', () => {
  fc.assert(
    fc.property(
      fc.string({
        minLength: 1,
        maxLength: 300,
        unit: fc.constantFrom(...'停水通知《》“”（）()〔〕【】自2017年6月X×*0123456789号，。\n '),
      }),
      (text) => {
        const content = contentOf(`通知\n\n${text}。`);
        expect(proofread(content)).toEqual(proofread(content));
      },
    ),
  );
});
