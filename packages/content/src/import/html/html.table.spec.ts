import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { importHtml } from '../import-html.ts';

const tablesOf = (html: string) =>
  importHtml(html).blocks.filter(
    (block): block is Extract<Block, { type: 'table' }> => block.type === 'table',
  );
const shapeOf = (rows: string) =>
  tablesOf(`<table>${rows}</table>`)[0]?.content.map((row) =>
    row.content.map(({ type, attrs, content }) => [
      type === 'tableHeader' ? 'h' : 'd',
      attrs?.colspan ?? 1,
      attrs?.rowspan ?? 1,
      content.map((node) => (node.type === 'text' ? node.text : '|')).join(''),
    ]),
  );

describe('a table', () => {
  it('has the rows of its parts, in their order, and not those of a table within it', () => {
    expect(
      shapeOf(
        '<thead><tr><th>甲</thead><tbody><tr><td>乙<table><tr><td>内</table></tbody><tfoot><tr><td>丙</tfoot>',
      )?.flat(),
    ).toEqual([
      ['h', 1, 1, '甲'],
      ['d', 1, 1, '乙|内'],
      ['d', 1, 1, '丙'],
    ]);
  });

  it.each([
    ['0', 3],
    ['1', 1],
    ['2', 2],
    ['9', 3],
    ['-1', 1],
    ['1.5', 1],
    ['x', 1],
    ['', 1],
  ])('with rowspan=%s takes %i of three rows', (rowspan, rows) => {
    expect(shapeOf(`<tr><td rowspan="${rowspan}">甲<td>1<tr><td>2<tr><td>3`)?.[0]?.[0]?.[2]).toBe(rows);
  });

  it('with a colspan of nothing or nonsense takes one column', () => {
    for (const span of ['0', '-1', 'x', '1.5'])
      expect(shapeOf(`<tr><td colspan="${span}">甲<td>乙<tr><td>1<td>2`)?.[0]?.[0]?.[1]).toBe(1);
  });

  it('has each of its cells once, whatever span they claim', () => {
    expect(shapeOf('<tr><td rowspan="-1" colspan="-1">甲<td>1<tr><td>2<td>3')).toEqual([
      [
        ['d', 1, 1, '甲'],
        ['d', 1, 1, '1'],
      ],
      [
        ['d', 1, 1, '2'],
        ['d', 1, 1, '3'],
      ],
    ]);
  });

  it('keeps marked words in a cell in their line, and their marks', () => {
    const cellOf = (html: string) => tablesOf(`<table><tr><td>${html}</table>`)[0]?.content[0]?.content[0];
    const bold = { type: 'text', text: '乙', marks: [{ type: 'bold' }] };
    expect(cellOf('<b>乙</b>')?.content).toEqual([bold]);
    expect(cellOf('甲<b>乙</b><p>丙</p>')?.content).toEqual([
      { type: 'text', text: '甲' },
      bold,
      { type: 'hardBreak' },
      { type: 'text', text: '丙' },
    ]);
  });

  it('keeps the paragraphs of a cell as lines, without empty ones', () => {
    expect(shapeOf('<tr><td><p>甲</p><p></p><div>乙</div>丙<ul><li>丁</ul>')).toEqual([
      [['d', 1, 1, '甲|乙|丙|丁']],
    ]);
    expect(shapeOf('<tr><td>甲<br><br>乙')).toEqual([[['d', 1, 1, '甲|乙']]]);
  });

  it('has a caption of at most two hundred characters, or none', () => {
    expect(tablesOf('<table><caption>表 <b>一</b></caption><tr><td>甲</table>')[0]?.attrs).toEqual({
      caption: '表 一',
    });
    expect(tablesOf('<table><caption>表<br>一</caption><tr><td>甲</table>')[0]?.attrs?.caption).toBe('表 一');
    expect(
      tablesOf(`<table><caption>${'长'.repeat(201)}</caption><tr><td>甲</table>`)[0]?.attrs?.caption,
    ).toBe('长'.repeat(200));
    expect(tablesOf('<table><caption> </caption><tr><td>甲</table>')[0]?.attrs).toBeUndefined();
  });

  it('of more than five hundred rows goes on in the next one, under one caption', () => {
    const tables = tablesOf(`<table><caption>名单</caption>${'<tr><td>甲'.repeat(501)}</table>`);
    expect(tables.map(({ attrs, content }) => [attrs?.caption, content.length])).toEqual([
      ['名单', 500],
      [undefined, 1],
    ]);
    expect(tablesOf(`<table>${'<tr><td>甲'.repeat(500)}</table>`)).toHaveLength(1);
  });

  it('without a cell is none', () => {
    expect(tablesOf('<table><caption>表</caption><tr></tr></table>')).toEqual([]);
  });
});
