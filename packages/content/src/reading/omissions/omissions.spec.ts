import type { Block, EditionContent } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../../testing/arbitrary.ts';
import { samples } from '../../testing/samples.ts';
import { publicNoticeFacts } from '../facts.ts';
import { renderPlain } from '../plain.ts';
import { omissionsIn } from './omissions.ts';

const paragraph = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const cell = (words: string, type: 'tableCell' | 'tableHeader' = 'tableCell') => ({
  type,
  content: [{ type: 'text' as const, text: words }],
});
const row = (...cells: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content: cells });
const list: Block = {
  type: 'table',
  attrs: { caption: '补贴名单' },
  content: [
    row(cell('姓名', 'tableHeader'), cell('金额', 'tableHeader')),
    row(cell('张一'), cell('100元')),
    row(cell('李二'), cell('200元')),
    row(cell('王三'), cell('300元')),
  ],
};
const about = (...content: Block[]): EditionContent => ({
  ...samples.water.content,
  body: { type: 'doc', content },
});
const told = (content: EditionContent, text: string): readonly string[] =>
  omissionsIn(content, [{ where: '', text }]).map(({ message }) => message);

describe('what readers do not find', () => {
  it('is nothing where all of it is shown, however it is set', () => {
    fc.assert(
      fc.property(anyEdition, ({ content }) => {
        const facts = content.publicNotice === undefined ? [] : publicNoticeFacts(content.publicNotice);
        const shown = [renderPlain(content.body), ...facts.map(({ value }) => value)].join('\n');
        expect(told(content, shown)).toEqual([]);
        expect(told(content, shown.replace(/[，。、；\s]/gu, ' · '))).toEqual([]);
      }),
    );
  });

  it('is all of it where nothing is shown', () => {
    fc.assert(
      fc.property(anyEdition, ({ content }) => {
        const seen = omissionsIn(content, [{ where: '', text: '' }]);
        const paragraphs = content.body.content.filter(
          (block) =>
            block.type === 'paragraph' &&
            /[\p{L}\p{N}]/u.test(renderPlain({ type: 'doc', content: [block] })),
        );
        if (paragraphs.length > 0) expect(seen.some(({ kind }) => kind === 'paragraphs')).toBe(true);
        for (const { shown, of } of seen) expect(shown).toBeLessThan(of);
      }),
    );
  });

  it.each([
    ['one row, by its figure', '姓名金额 张一 100元 李二 200元 王三', '表格只有3行中的2行，缺“王三 300元”'],
    ['two rows', '张一100元', '表格只有3行中的1行，缺“李二 200元”等'],
    ['the list', '详见全文', '没有表格（共3行，如“张一 100元”）'],
  ])('may be %s', (_name, text, words) => {
    expect(told(about(list), text)).toEqual([words]);
  });

  it('is a telephone, a sum, a place, each by its name', () => {
    const contact: Block = { type: 'contact', attrs: { name: '水务局', phone: '0873-7123456' } };
    const facts: Block = { type: 'keyFacts', attrs: { facts: [{ label: '地点', value: '灵泉东路' }] } };
    const asked = paragraph('每人缴费380元，咨询电话：0873-7654321。');
    expect(told(about(contact, facts), '水务局')).toEqual([
      '联系方式只有2项中的1项，缺“电话 0873-7123456”',
      '没有要点（共1项，如“地点 灵泉东路”）',
    ]);
    expect(told(about(asked), '每人缴费1380元，咨询电话：0873-7654321。')).toEqual([
      '没有金额（共1处，如“380元”）',
      '没有正文（共1段，如“每人缴费380元，咨询电话：0873-7654321。”）',
    ]);
    expect(told(about(asked), '每人缴费380元')).toContain('没有电话“0873-7654321”');
  });

  it('is where objections to a 公示 go, and until when', () => {
    const publicNotice = { from: '2026-11-20', to: '2026-11-26', objections: '市政府办公室 0873-7123456' };
    const content = { ...about(paragraph('甲')), publicNotice };
    expect(told(content, '甲')).toEqual([
      '没有公示截止日期“2026年11月26日”',
      '没有异议反映方式“市政府办公室 0873-7123456”',
    ]);
    expect(told(content, '甲 公示至11月26日，请向市政府办公室（0873-7123456）反映')).toEqual([]);
  });

  it('is told for each form that leaves it out', () => {
    const readings = [
      { where: 'A4', text: '张一 100元' },
      { where: 'A3', text: '张一100元李二200元王三300元' },
    ];
    expect(omissionsIn(about(list), readings)).toEqual([
      {
        kind: 'rows',
        block: 0,
        where: 'A4',
        shown: 1,
        of: 3,
        excerpt: '李二 200元',
        message: '表格只有3行中的1行，缺“李二 200元”等',
      },
    ]);
  });
});
