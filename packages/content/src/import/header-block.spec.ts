import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { takeHeaderBlock } from './header-block.ts';
import { importHtml } from './import-html.ts';
import { textBlocks } from './import-text.ts';

const headerOf = (...lines: readonly string[]) => takeHeaderBlock(textBlocks(lines.join('\n')).blocks);
const restOf = (rest: readonly Block[]): readonly string[] =>
  rest.map((block) => (block.type === 'paragraph' ? JSON.stringify(block.content[0]) : block.type));

describe('a line of the header block', () => {
  it.each([
    ['索引号：KY-1234', { originalIndexNumber: 'KY-1234' }],
    ['索 引 号: 015172249/2026-00031', { originalIndexNumber: '015172249/2026-00031' }],
    ['索引号：KY1', {}],
    ['索引号：有空 格的号码', {}],
    ['索引号：KY-1234，旧号', {}],
    ['索引号： ：KY-1234', { originalIndexNumber: 'KY-1234' }],
    ['发布机构：水局', { issuer: '水局' }],
    ['发文机关　开远市水务局', { issuer: '开远市水务局' }],
    ['发布单位：开远市水务局', { issuer: '开远市水务局' }],
    ['公开责任部门：开远市水务局', { issuer: '开远市水务局' }],
    ['信息来源：开远市水务局', { issuer: '开远市水务局' }],
    ['发布机构：局', {}],
    [`发布机构：${'局'.repeat(100)}`, { issuer: '局'.repeat(100) }],
    [`发布机构：${'局'.repeat(101)}`, {}],
    ['文号：开政发〔2026〕3号', { documentNumber: '开政发〔2026〕3号' }],
    ['文 号：开政发〔2026〕3号', { documentNumber: '开政发〔2026〕3号' }],
    ['发文字号：开政发〔2026〕3号', { documentNumber: '开政发〔2026〕3号' }],
    ['文号：无', {}],
    [`文号：${'1'.repeat(60)}`, { documentNumber: '1'.repeat(60) }],
    [`文号：${'1'.repeat(61)}`, {}],
    ['成文日期：2026年2月28日', { writtenOn: '2026-02-28' }],
    ['发文日期：2026-02-28', { writtenOn: '2026-02-28' }],
    ['生成日期：2026/2/28', { writtenOn: '2026-02-28' }],
    ['发布日期：2026.2.28', { publishedOn: '2026-02-28' }],
    ['公开日期：2026年2月28日', { publishedOn: '2026-02-28' }],
    ['发布时间：2026年2月28日 10:00', { publishedOn: '2026-02-28' }],
    ['发布日期：2026年2月30日', {}],
    ['发布日期：大约是在2026年2月28日前后的某一天公开的吧？', {}],
    ['时效性：有效', { validity: '有效' }],
    ['时 效 性：现行有效', { validity: '有效' }],
    ['有效性：已废止', { validity: '废止' }],
    ['时效性：不详', {}],
  ])('%s says %o', (line, header) => {
    expect(headerOf(line).header).toEqual(header);
  });

  it('may stand last without a value', () => {
    const { header, rest } = headerOf('时效性：有效', '索引号：');
    expect([header, rest]).toEqual([{ validity: '有效' }, []]);
  });

  it('may follow a dash or a bullet', () => {
    expect(headerOf('— 索引号：KY-1234', '· 时效性：有效').header).toEqual({
      originalIndexNumber: 'KY-1234',
      validity: '有效',
    });
  });

  it('may have its value on the next line, but not the label of another field', () => {
    expect(headerOf('索引号：', 'KY-1234', '文号：', '时效性：有效', '停水').header).toEqual({
      originalIndexNumber: 'KY-1234',
      validity: '有效',
    });
  });
});

describe('a header block', () => {
  it('is taken off with the labels that say nothing about the edition, and nothing after it is', () => {
    const { header, rest } = headerOf('主题分类：水利', '公开方式：主动公开', '索引号：KY-1234', '停水通知');
    expect(header).toEqual({ originalIndexNumber: 'KY-1234' });
    expect(restOf(rest)).toEqual(['{"type":"text","text":"停水通知"}']);
  });

  it('ends at the first line that is no field of it', () => {
    expect(headerOf('索引号：KY-1234', '停水', '时效性：有效')).toMatchObject({
      header: { originalIndexNumber: 'KY-1234' },
      rest: [{ type: 'paragraph' }, { type: 'paragraph' }],
    });
    expect(headerOf('时效性是指文件是否仍然有效。', '索引号：KY-1234').header).toEqual({});
    expect(headerOf('时效性：不详', '停水').rest).toHaveLength(2);
  });

  it('takes a short rubric before it along, unless that is too long or too far above', () => {
    expect(headerOf('公文信息', '索引号：KY-1234', '停水').rest).toHaveLength(1);
    expect(headerOf('十二个字长的一行是栏目名', '索引号：KY-1234', '停水').rest).toHaveLength(1);
    expect(headerOf('一', '二', '三', '索引号：KY-1234', '停水').rest).toHaveLength(1);
    expect(headerOf('一', '二', '三', '四', '索引号：KY-1234', '停水').header).toEqual({});
    expect(headerOf('十三个字长的一行并不是栏目名', '索引号：KY-1234').header).toEqual({});
  });

  it('ends with the dashes after it', () => {
    expect(headerOf('索引号：KY-1234', '————', '停水').rest).toHaveLength(1);
    expect(headerOf('索引号：KY-1234', '————', '··', '停水').rest).toHaveLength(1);
    expect(headerOf('索引号：KY-1234', '————').rest).toEqual([]);
  });

  it('ends where something else than a line stands', () => {
    const blocks = [...textBlocks('索引号：KY-1234').blocks, { type: 'divider' as const }];
    expect(takeHeaderBlock(blocks)).toEqual({
      header: { originalIndexNumber: 'KY-1234' },
      every: [{ originalIndexNumber: 'KY-1234' }],
      rest: [{ type: 'divider' }],
    });
    expect(takeHeaderBlock([{ type: 'divider' }, ...textBlocks('索引号：KY-1234').blocks]).header).toEqual(
      {},
    );
    expect(takeHeaderBlock([])).toEqual({ header: {}, every: [], rest: [] });
  });

  it('may be a table that says at least two things', () => {
    const table = (cells: string) => importHtml(`<table><tr>${cells}</table><p>停水`).blocks;
    const two = '<td>索引号：<td>KY-1234<td>时效性：<td>有效';
    expect(takeHeaderBlock(table(two))).toMatchObject({
      header: { originalIndexNumber: 'KY-1234', validity: '有效' },
      rest: [{ type: 'paragraph' }],
    });
    expect(takeHeaderBlock(table('<td> 索引号：<br>KY-1234 <td>时效性：<td>有效')).header).toEqual({
      originalIndexNumber: 'KY-1234',
      validity: '有效',
    });
    expect(takeHeaderBlock(table('<td>索引号：<td>KY-1234'))).toMatchObject({
      header: {},
      every: [],
      rest: [{ type: 'table' }, { type: 'paragraph' }],
    });
  });
});
