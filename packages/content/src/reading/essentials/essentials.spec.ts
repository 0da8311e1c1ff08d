import type { Block, EditionContent, Essential } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSource } from '../../import/import-source.ts';
import { anyEdition } from '../../testing/arbitrary.ts';
import { samples } from '../../testing/samples.ts';
import { renderPlain } from '../plain.ts';
import { essentialsOf } from './essentials.ts';
import { leadingFacts } from './leading.facts.ts';
import { readEssentials } from './read.essentials.ts';
import { speakerOf } from './speaker.ts';
import { telephonesIn } from './telephones.ts';

function of(...lines: string[]): EditionContent {
  const source = ['关于有关事项的通知', '', ...lines, '', '开远市水务局', '2026年11月23日'].join('\n');
  const { content } = importSource({ format: 'text', source });
  if (content === null) throw new Error('it must be readable');
  return content;
}
const told = (content: EditionContent): readonly string[] =>
  readEssentials(content).map(({ kind, label, words }) => `${kind} ${label}：${words}`);

describe('the essentials of a notice', () => {
  it.each([
    [
      'stand under headings',
      ['一、停水时间', '12月2日22:00至12月3日6:00，共8小时。', '二、停水范围', '健民巷、东风小区。'],
      ['when 停水时间：12月2日22:00至12月3日6:00，共8小时。', 'where 停水范围：健民巷、东风小区。'],
    ],
    [
      'stand behind labels, and a line beside a chapter is none of it',
      [
        '一、缴费时间：9月1日至12月31日。',
        '二、缴费渠道',
        '1.微信：搜索社保；',
        '2.银行：各网点。',
        '三、逾期后果：不予受理。',
      ],
      [
        'when 缴费时间：9月1日至12月31日。',
        'ways 缴费渠道：微信：搜索社保；',
        'ways 缴费渠道：银行：各网点。',
      ],
    ],
    [
      'are read from sentences where no label tells them',
      ['因系统升级，11月30日全天暂停办理婚姻登记。请错峰前来。'],
      ['when ：因系统升级，11月30日全天暂停办理婚姻登记。', 'action ：请错峰前来。'],
    ],
    [
      'are not the date a paper was made, the hours of an office, or a plan of many words',
      [
        '更新日期：2026年11月18日',
        '办公时间：8:30—11:30',
        '一、任务范围',
        `${'结合实际把工作落到实处，'.repeat(20)}完成任务。`,
      ],
      [],
    ],
    [
      'name one number to call, and no fax',
      ['三、联系方式', '传真：0873-7229967；24小时服务热线：0873-7122110，13987300000。'],
      ['contact 电话：0873-7122110'],
    ],
    [
      'name the ends of terms apart from times',
      ['1.获取时间：11月30日9时至12月5日17时。', '2.截止时间：12月21日9时00分。'],
      ['when 获取时间：11月30日9时至12月5日17时。', 'deadline 截止时间：12月21日9时00分。'],
    ],
  ])('%s', (_how, lines, expected) => {
    expect(told(of(...lines))).toEqual(expected);
  });

  it('of a 公示 are its period and where objections go', () => {
    expect(
      told(samples.rare.content)
        .slice(0, 2)
        .map((words) => words.slice(0, 12)),
    ).toEqual(['when 公示期：202', 'ways 异议反映方式：来电'.slice(0, 12)]);
  });

  it('are never more than its own words', () => {
    fc.assert(
      fc.property(anyEdition, ({ content }) => {
        const all = renderPlain(content.body).replace(/\s/gu, '');
        for (const { words, block } of readEssentials(content))
          if (block !== null) expect(all).toContain(words.replace(/\s/gu, ''));
      }),
    );
  });

  it('are those the editor wrote where there are any', () => {
    const own: Essential[] = [{ kind: 'when', label: '停水', words: '今晚十点起', block: null }];
    const content = of('一、停水时间', '12月2日22:00起。');
    expect(essentialsOf({ ...content, essentials: own })).toEqual(own);
    expect(essentialsOf(content)).not.toEqual(own);
  });

  it('say in which block they stand', () => {
    const blocks: readonly Block[] = samples.water.content.body.content;
    const [when] = readEssentials(samples.water.content);
    expect(blocks[when?.block ?? -1]?.type).toBe('keyFacts');
  });
});

describe('the facts at the top of a text', () => {
  const outage = [
    '一、停水时间',
    '2026年12月2日22:00至12月3日6:00，共8小时。',
    '二、停水范围',
    '健民巷、东风小区。高层用户约3,200户受影响。',
    '三、联系电话：0873-7122110。',
  ];

  it('are time, place and telephone, as short as they can be said', () => {
    expect(leadingFacts(of(...outage))).toEqual([
      { label: '停水时间', value: '12月2日22:00至12月3日6:00' },
      { label: '停水范围', value: '健民巷、东风小区' },
      { label: '电话', value: '0873-7122110' },
    ]);
  });

  it('are none where facts stand there already, or there is one alone', () => {
    expect(leadingFacts(samples.water.content)).toEqual([]);
    expect(leadingFacts(samples.rare.content)).toEqual([]);
    expect(leadingFacts(of('咨询电话：0873-7122110。'))).toEqual([]);
  });
});

describe('who speaks', () => {
  it.each([
    ['开远市交通运输局', '市交通运输局'],
    ['开远市羊街乡人民政府', '羊街乡人民政府'],
    ['开远市医疗保障局、国家税务总局开远市税务局', '市医疗保障局等2家'],
    ['云南省气象局', '云南省气象局'],
  ])('%s is told as %s', (issuer, words) => {
    expect(speakerOf({ header: { issuer } })).toBe(words);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['咨询：0873-7229966、0873-12366转2', ['0873-7229966', '0873-12366转2']],
    ['监督电话12345', ['12345']],
    ['邮编661600，编号13812345678', []],
    ['投资110万元，共119户', []],
    ['发生火灾请拨打119。', ['119']],
    ['0871-65551234、18800000000', ['0871-65551234', '18800000000']],
  ])('of “%s” are %j', (text, numbers) => {
    expect(telephonesIn(text)).toEqual(numbers);
  });
});
