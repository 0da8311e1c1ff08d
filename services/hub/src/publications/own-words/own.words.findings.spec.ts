import { withOwnWords } from '@towncrier/content';
import type { Block, EditionContent } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn } from './figures.ts';
import { ownWordsFindings, type Taking } from './own.words.findings.ts';

const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const about = (...lines: string[]): EditionContent => ({
  schemaVersion: 1,
  title: '停水通知',
  header: { issuer: '开远市水务局', writtenOn: '2026-11-20' },
  body: { type: 'doc', content: lines.map(p) },
  media: [],
});
const main = about('停水时间：2026年11月25日8时至18时', '停水范围：灵泉东路', '咨询电话：0873-7123456');
const known: readonly Taking[] = [
  {
    id: 'sms',
    doc: { announced: { title: '短信', can: { ownWords: [{ part: 'text', title: '短信正文' }] } } },
  },
  { id: 'website', doc: { announced: { title: '网站', can: {} } } },
];

const own = (words: string, channel = 'sms', part = 'text') => ({ channel, part, words });
const written = (words: string): EditionContent => withOwnWords(main, [own(words)]);
/** The same own words beside another main text. */
const beside = (text: EditionContent, before: EditionContent): EditionContent =>
  withOwnWords(text, before.ownWords ?? []);
const told = (content: EditionContent, meant?: readonly string[]) =>
  ownWordsFindings(content, known, meant).map(({ rule, severity, excerpt }) => [rule, severity, excerpt]);

describe('own words of a channel', () => {
  it('that agree with the text say nothing, however they are spelt', () => {
    expect(told(written('11月25日8:00至18点灵泉东路停水，电话0873-7123456。'))).toEqual([]);
    expect(told(written('25日上午８时起停水'))).toEqual([]);
    expect(told(main)).toEqual([]);
  });

  it('are told to be older than the text once that has changed', () => {
    const changed = beside(about('停水时间：2026年11月25日8时至18时', '请储水。'), written('25日停水'));
    expect(told(changed)).toEqual([['own-words-stale', 'advise', undefined]]);
    expect(told(beside(main, changed))).toEqual([]);
  });

  it.each([
    ['an hour', '停水时间：2026年11月25日9时至18时', '25日8时停水', '8时'],
    ['a day', '停水时间：2026年11月26日8时至18时', '11月25日停水', '11月25日'],
    ['a telephone', '咨询电话：0873-7654321', '电话0873-7123456', '0873-7123456'],
    ['a place', '停水范围：灵泉西路', '灵泉东路停水', '灵泉东路'],
    ['a sum', '补助金额：每户500元', '每户补助300元', '300元'],
  ])('do not keep %s that a correction changed', (_name, line, words, excerpt) => {
    const corrected = beside(about(line), written(words));
    expect(told(corrected)).toContainEqual(['own-words-differ', 'block', excerpt]);
  });

  it('keep no old hour either where the text still names it to say that it changed', () => {
    const corrected = about('停水时间：2026年11月25日9时至18时', '原定25日8时开始，因施工推迟。');
    expect(told(beside(corrected, written('25日8时停水')))).toContainEqual([
      'own-words-differ',
      'block',
      '8时',
    ]);
  });

  it('with a number that the text has not are worth a look even when they are new', () => {
    expect(told(written('25日7时停水'))).toEqual([['own-words-differ', 'advise', '7时']]);
    const [{ message = '' } = {}] = ownWordsFindings(written('25日7时停水'), known, undefined);
    expect(message).toBe('“短信”的短信正文写着“7时”，正文里没有，正文的要素是“8时、18时”。');
  });

  it('name another year, or the evening for the morning, and that is noticed', () => {
    const of = (text: string, words: string) =>
      told(withOwnWords(about(text), [own(words)])).map(([rule, , excerpt]) => [rule, excerpt]);
    expect(of('2026年12月1日上午8时停水', '2025年12月1日上午8时停水')).toEqual([
      ['own-words-differ', '2025年12月1日'],
    ]);
    expect(of('12月1日上午8时停水', '12月1日晚8时停水')).toEqual([['own-words-differ', '晚8时']]);
    expect(of('12月1日20时停水', '2026年12月1日晚8时停水')).toEqual([]);
  });

  it('stop the edition while they are empty, or for a channel that takes none', () => {
    expect(told(written(' '))).toEqual([['own-words-empty', 'block', undefined]]);
    expect(told(withOwnWords(main, [own('x', 'website')]))).toEqual([
      ['own-words-unknown', 'block', undefined],
    ]);
    expect(told(withOwnWords(main, [own('x', 'sms', 'title')]))).toEqual([
      ['own-words-unknown', 'block', undefined],
    ]);
  });

  it('of a channel that it does not go to are nobody’s business', () => {
    expect(told(written(' '), ['website'])).toEqual([]);
    expect(told(written(' '), ['sms'])).toHaveLength(1);
  });

  it('that repeat the text never differ from it', () => {
    const line = fc.constantFrom(
      '11月3日',
      '8时30分',
      '灵泉东路',
      '0873-7123456',
      '1,200元',
      '35%',
      '停水',
      '，',
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(told(withOwnWords(about(text), [own(text)]))).toEqual([]);
      }),
    );
  });
});

it('numbers are compared with their like', () => {
  expect(
    figuresIn('2026年11月5日9点半，文化路3号，12345，1,200.50元，8：05').map((f) => [f.kind, f.same]),
  ).toEqual([
    ['telephone', '12345'],
    ['date', '2026-11-05'],
    ['time', '09:30'],
    ['time', '08:05'],
    ['money', '1200.5元'],
    ['place', '文化路'],
    ['number', '3'],
  ]);
});

it.each([
  ['今晚8时起停水', ['20:00']],
  ['上午8时起停水', ['08:00']],
  ['晚上八点恢复', ['20:00']],
  ['下午3点半', ['15:30']],
  ['15:30', ['15:30']],
  ['晚8时至10时', ['20:00', '22:00']],
  ['下午2:30—5:30', ['14:30', '17:30']],
  ['中午12点', ['12:00']],
  ['中午1点', ['13:00']],
  ['凌晨十二点', ['00:00']],
  ['晚上12点', ['24:00']],
  ['早上十一点', ['11:00']],
  ['有一点慢', []],
])('an hour is one of 24, whatever part of the day is named: %s', (words, hours) => {
  expect(
    figuresIn(words)
      .filter(({ kind }) => kind === 'time')
      .map(({ same }) => same),
  ).toEqual(hours);
});

it('a number of people is no telephone', () =>
  expect(figuresIn('影响120户，请拨110').map(({ kind, same }) => [kind, same])).toEqual([
    ['telephone', '110'],
    ['number', '120'],
  ]));
