import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../reading/inline.text.ts';
import { textBlocks } from './import-text.ts';
import { outline } from './outline.ts';

const shapeOf = (blocks: readonly Block[]): readonly string[] =>
  outline(blocks).map((block) =>
    block.type === 'heading'
      ? `${block.attrs.level} ${inlineText(block.content)}`
      : block.type === 'paragraph'
        ? inlineText(block.content)
        : block.type,
  );
const of = (...lines: readonly string[]): readonly string[] => shapeOf(textBlocks(lines.join('\n')).blocks);

describe('a numbered line', () => {
  it.each([
    ['一、范围', '2 一、范围'],
    ['二十一、范围', '2 二十一、范围'],
    ['（一）范围', '3 （一）范围'],
    ['(一)范围', '3 (一)范围'],
    ['（一）、范围', '3 （一）、范围'],
    ['1.范围', '4 1.范围'],
    ['12．范围', '4 12．范围'],
    ['1、范围', '4 1、范围'],
    ['（1）范围', '5 （1）范围'],
    ['(12)范围', '5 (12)范围'],
    ['1.5米以上', '1.5米以上'],
    ['123.范围', '123.范围'],
    ['一范围', '一范围'],
    ['一、停水，请储水。', '一、停水，请储水。'],
    ['一、范围：', '一、范围：'],
    ['一、停水，来水', '2 一、停水，来水'],
    ['一、停水。来水', '一、停水。来水'],
    ['一、停水；来水', '一、停水；来水'],
    [`一、${'长'.repeat(58)}`, `2 一、${'长'.repeat(58)}`],
    [`一、${'长'.repeat(59)}`, `一、${'长'.repeat(59)}`],
  ])('%s with words under it becomes %s', (line, shape) => {
    expect(of(line, '东路停水')[0]).toBe(shape);
  });

  it('is a heading of the first level even with nothing under it; of another level it is an item', () => {
    expect(of('一、范围')).toEqual(['2 一、范围']);
    expect(of('1.范围')).toEqual(['1.范围']);
  });

  it('heads a deeper number, not a brother, a date or a signature', () => {
    expect(of('（一）范围', '1.东路', '东路停水')).toEqual(['3 （一）范围', '4 1.东路', '东路停水']);
    expect(of('1.东路', '1.西路')).toEqual(['1.东路', '1.西路']);
    expect(of('1.东路', '2026年11月23日')).toEqual(['1.东路', '2026年11月23日']);
    const signed: Block = {
      type: 'paragraph',
      attrs: { align: 'right' },
      content: [{ type: 'text', text: '局' }],
    };
    expect(shapeOf([...textBlocks('1.东路').blocks, signed])).toEqual(['1.东路', '局']);
    expect(shapeOf([...textBlocks('1.东路').blocks, { type: 'divider' }])).toEqual(['4 1.东路', 'divider']);
  });

  it('is treated as most of its brothers are, up to the next number above them', () => {
    expect(of('一、甲', '1.东', '停水', '2.西', '停水', '3.北')).toEqual([
      '2 一、甲',
      '4 1.东',
      '停水',
      '4 2.西',
      '停水',
      '4 3.北',
    ]);
    expect(of('一、甲', '1.东', '停水', '2.西', '二、乙', '1.南', '停水')).toEqual([
      '2 一、甲',
      '1.东',
      '停水',
      '2.西',
      '2 二、乙',
      '4 1.南',
      '停水',
    ]);
  });

  it('is none after 附件, in the middle or at the right', () => {
    expect(of('附件：', '1.名单', '名单如下')).toEqual(['附件：', '1.名单', '名单如下']);
    const centred: Block = {
      type: 'paragraph',
      attrs: { align: 'center' },
      content: [{ type: 'text', text: '一、范围' }],
    };
    expect(shapeOf([centred, ...textBlocks('停水').blocks])).toEqual(['一、范围', '停水']);
    const right: Block = { ...centred, attrs: { align: 'right' } };
    expect(shapeOf([right, ...textBlocks('停水').blocks])).toEqual(['一、范围', '停水']);
    expect(of('另见附件：', '一、名单', '名单如下')).toEqual(['另见附件：', '2 一、名单', '名单如下']);
  });

  it('is left alone where the document has headings already', () => {
    const heading: Block = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '题' }] };
    expect(shapeOf([heading, ...textBlocks('一、范围\n停水').blocks])).toEqual(['3 题', '一、范围', '停水']);
  });
});

describe('the leading clause of a numbered sentence', () => {
  const first = (line: string) => outline(textBlocks(line).blocks)[0];

  it('is in bold when it is short and more follows', () => {
    expect(first('1.梳理事项。组织清理。')).toMatchObject({
      content: [{ text: '1.梳理事项。', marks: [{ type: 'bold' }] }, { text: '组织清理。' }],
    });
    expect(first(`1.${'长'.repeat(38)}。完。`)).toMatchObject({
      content: [{ marks: [{ type: 'bold' }] }, {}],
    });
  });

  it.each(['1.梳理事项。', '1.梳理，事项。组织。', `1.${'长'.repeat(39)}。完。`, '梳理事项。组织清理。'])(
    'is not in %s',
    (line) => {
      expect(first(line)).toEqual({ type: 'paragraph', content: [{ type: 'text', text: line }] });
    },
  );

  it('is left as it is where the editor has marked something', () => {
    const block: Block = {
      type: 'paragraph',
      content: [{ type: 'text', text: '1.梳理事项。组织清理。', marks: [{ type: 'underline' }] }],
    };
    expect(outline([block])).toEqual([block]);
    const bold = { type: 'text' as const, text: '甲', marks: [{ type: 'bold' as const }] };
    const mixed: Block = {
      type: 'paragraph',
      content: [{ type: 'text', text: '1.梳理事项。组织清理。' }, bold],
    };
    expect(outline([mixed])).toEqual([mixed]);
    const empty: Block = { type: 'paragraph', content: [] };
    expect(outline([empty])).toEqual([empty]);
  });
});
