import { tablePlaces } from '@towncrier/content';
import { samples } from '@towncrier/content/testing';
import type { Cell } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, tableForm } from './wechat.table.form.ts';

const cell = (
  words: string,
  attrs: NonNullable<Cell['attrs']> = {},
  type: Cell['type'] = 'tableCell',
): Cell => ({
  type,
  attrs,
  content: words === '' ? [] : [{ type: 'text', text: words }],
});
const head = (words: string, attrs?: NonNullable<Cell['attrs']>): Cell => cell(words, attrs, 'tableHeader');
const places = (...rows: readonly (readonly Cell[])[]) =>
  tablePlaces({ content: rows.map((content) => ({ type: 'tableRow', content: [...content] })) });
const figures = (count: number): readonly Cell[] =>
  Array.from({ length: count }, (_, n) => cell(`${n + 1}23,456.78`));
const heads = (count: number): readonly Cell[] =>
  Array.from({ length: count }, (_, n) => head(`第${n + 1}季度`));

describe('a table on a telephone', () => {
  it('stays as it is where there is room, then gets small letters, then its rows stand by themselves', () => {
    expect(tableForm(places(heads(3), figures(3)))).toBe('grid');
    expect(tableForm(places(heads(4), figures(4)))).toBe('small');
    expect(tableForm(places(heads(8), figures(8)))).toBe('rows');
    for (const block of samples.table.content.body.content)
      if (block.type === 'table') expect(['grid', 'small']).toContain(tableForm(tablePlaces(block)));
  });

  it('is a picture where no row can be told alone', () => {
    expect(tableForm(places([cell('合计', { colspan: 3 }), ...figures(5)], figures(8)))).toBe('picture');
    expect(tableForm(places(heads(8), [cell('合计', { colspan: 3 }), ...figures(5)]))).toBe('picture');
  });

  it('takes an address of any length for something that lines may end in', () => {
    const address = `https://www.example.gov.cn/${'f'.repeat(200)}`;
    expect(tableForm(places([head('网址'), cell(address)]))).not.toBe('picture');
  });
});

describe('a row by itself', () => {
  const labels = (table: ReturnType<typeof places>) =>
    rowsOf(table)?.map((row) => (row.kind === 'heading' ? 'heading' : row.values.map(({ label }) => label)));

  it('has each value behind the words above it, from the top down', () => {
    const table = places(
      [head('乡镇', { rowspan: 2 }), head('2026年', { colspan: 2 })],
      [head('下达'), head('支付')],
      [cell('碑格乡'), cell('1'), cell('2')],
      [cell('以下为坝区', { colspan: 3 })],
    );
    expect(labels(table)).toEqual([['乡镇', '2026年·下达', '2026年·支付'], 'heading']);
  });

  it('repeats what reaches down to it, and takes a first row of names for the head', () => {
    const table = places(
      [cell('片区'), cell('乡镇'), cell('金额')],
      [cell('山区', { rowspan: 2 }), cell('碑格乡'), cell('1')],
      [cell('大庄乡'), cell('2')],
    );
    expect(labels(table)).toEqual([
      ['片区', '乡镇', '金额'],
      ['片区', '乡镇', '金额'],
    ]);
    expect(rowsOf(places([cell('2026'), cell('乡镇')], [cell('1'), cell('2')]))).toBeNull();
  });

  it('tells every cell of the body', () => {
    const one = fc.string({ minLength: 1, maxLength: 8 }).map((words) => cell(words));
    fc.assert(
      fc.property(
        fc.array(fc.array(one, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const table = places(heads(3), ...rows);
          const told = rowsOf(table)?.flatMap((row) => (row.kind === 'values' ? row.values : []));
          expect(told?.map((value) => value.cell.cell)).toEqual(rows.flat());
        },
      ),
    );
  });
});
