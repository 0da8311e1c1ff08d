import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { planText } from '../testing/samples.ts';
import { inlineText } from '../reading/inline.text.ts';
import { importText } from './import-text.ts';

const outlineOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.type === 'heading' ? [`${block.attrs.level} ${inlineText(block.content)}`] : [],
  );
const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? inlineText(block.content) : block.type,
  );

describe('the pilot plan of 2017', () => {
  const plan = importText(planText);

  it('gives its header block and its date', () => {
    expect(plan.header).toEqual({
      originalIndexNumber: '000014348/2017-06603',
      issuer: '开远市政府办公室',
      publishedOn: '2017-09-29',
      validity: '有效',
      writtenOn: '2017-09-18',
    });
  });

  it('gives its title, and the title of the enclosed plan on one line', () => {
    expect(plan.title).toBe(
      '开远市人民政府办公室关于印发开远市开展基层政务公开标准化规范化试点工作方案的通知',
    );
    expect(plan.blocks[3]).toMatchObject({
      type: 'paragraph',
      attrs: { align: 'center' },
      content: [{ text: '开远市开展基层政务公开标准化规范化试点工作方案' }],
    });
  });

  it('has six chapters in an outline four levels deep', () => {
    const outline = outlineOf(plan.blocks);
    expect(outline.filter((line) => line.startsWith('2 '))).toEqual([
      '2 一、重要意义',
      '2 二、总体要求',
      '2 三、任务范围',
      '2 四、重点任务',
      '2 五、工作步骤',
      '2 六、保障措施',
    ]);
    expect(outline).toContain('3 (四)规范政务公开方式,拓展公开平台力争试点出亮点');
    expect(outline).toContain('4 1.拓展信息公开平台');
    expect(outline).toContain('5 (4)扩大公开场所,提供便民服务增强公开时效');
    expect(outline).toHaveLength(25);
  });

  it('keeps numbered sentences as paragraphs, with their short leading clause in bold', () => {
    const step = plan.blocks.find(
      (block) => block.type === 'paragraph' && inlineText(block.content).startsWith('1.梳理政务公开事项'),
    );
    expect(step).toMatchObject({
      content: [
        { text: '1.梳理政务公开事项。', marks: [{ type: 'bold' }] },
        { text: expect.stringMatching(/^组织重点/) as string },
      ],
    });
  });

  it('loses no word of the body', () => {
    const bare = (text: string): string => text.replace(/\s/g, '');
    const body = bare(planText).slice(bare(planText).indexOf('各乡镇人民政府(街道办事处),有关单位'));
    expect(bare(linesOf(plan.blocks).join(''))).toBe(body);
  });
});

describe('a text', () => {
  it('may break its title over two lines', () => {
    expect(importText('开远市人民政府关于做好\n2026年森林防火工作的通知\n各乡镇：\n请落实。').title).toBe(
      '开远市人民政府关于做好2026年森林防火工作的通知',
    );
  });

  it('does not take the addressee or a sentence for a title', () => {
    expect(importText('各乡镇人民政府：\n请落实。').title).toBeNull();
    expect(importText('明天停水，请储水。').title).toBeNull();
  });

  it('may name its parts with colons, its number on a line of its own and its date in Chinese numerals', () => {
    const read = importText(
      '索引号：KY-2026-001\n发文字号：开政发〔2026〕3号\n发布日期：2026年3月1日\n时效性：现行有效\n\n关于停水的通知\n市民朋友：\n明日停水。\n开远市水务局\n二〇二六年二月二十八日',
    );
    expect(read.header).toEqual({
      originalIndexNumber: 'KY-2026-001',
      documentNumber: '开政发〔2026〕3号',
      publishedOn: '2026-03-01',
      validity: '有效',
      writtenOn: '2026-02-28',
      issuer: '开远市水务局',
    });
    expect(read.blocks.slice(-2)).toMatchObject([
      { attrs: { align: 'right' } },
      { attrs: { align: 'right' } },
    ]);
    expect(importText('关于停水的通知\n开水发〔2026〕7号\n明日停水。').header.documentNumber).toBe(
      '开水发〔2026〕7号',
    );
  });

  it('names its issuer in its title when nothing else does', () => {
    expect(importText('开远市水务局关于停水的通知\n明日停水。').header.issuer).toBe('开远市水务局');
  });

  it('is not robbed of a sentence that begins like a header field', () => {
    expect(importText('关于时效性的说明\n时效性是指文件是否仍然有效，以网站标注为准。').header).toEqual({});
  });

  it('keeps an enumeration as it is and makes no headings of it', () => {
    const { blocks } = importText(
      '办理低保的通知\n一、申请材料\n1.身份证\n2.户口簿\n3.申请书\n二、办理时间\n工作日。',
    );
    expect(outlineOf(blocks)).toEqual(['2 一、申请材料', '2 二、办理时间']);
    expect(linesOf(blocks)).toContain('2.户口簿');
  });

  it('does not take a decimal number for a chapter', () => {
    expect(outlineOf(importText('关于水位的通知\n1.5米以上停航\n请注意。').blocks)).toEqual([]);
  });

  it('may hold a table between its lines, and none of them is lost', () => {
    const { blocks } = importText('关于停水的通知\n一。\n二。\n三。\n路段\t时间\n东路\t8时\n四。\n五。');
    expect(linesOf(blocks)).toEqual(['一。', '二。', '三。', 'table', '四。', '五。']);
  });

  it('has one blank where it has many, and none at the ends of a line', () => {
    expect(linesOf(importText('关于停水的通知\n  明日　 停水。 ').blocks)).toEqual(['明日 停水。']);
  });

  it('may be hostile or empty without harm', () => {
    expect(importText('').blocks).toEqual([]);
    expect(linesOf(importText('通知\n甲\u202E乙\u200B\u0000丙').blocks)).toEqual(['甲乙丙']);
  });
});
