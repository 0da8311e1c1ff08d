import { describe, expect, it } from 'vitest';
import { inlineText } from '../../reading/inline.text.ts';
import { rowsFrom, tabTables } from './tab.tables.ts';

const cellsOf = (...lines: readonly string[]) =>
  tabTables(lines).map(({ content }) =>
    content.map((row) => row.content.map(({ type, content: words }) => [type, inlineText(words)])),
  );
const head = (words: string) => ['tableHeader', words];
const cell = (words: string) => ['tableCell', words];

describe('rows that are divided by tabs', () => {
  it('are a table from two lines on, up to the first line without a tab', () => {
    expect(rowsFrom(['甲\t1', '乙\t2', '完'], 0)).toBe(2);
    expect(rowsFrom(['表', '甲\t1', '乙\t2'], 1)).toBe(2);
    expect(rowsFrom(['甲\t1'], 0)).toBe(0);
    expect(rowsFrom(['甲\t1', '完'], 0)).toBe(0);
    expect(rowsFrom(['完', '甲\t1', '乙\t2'], 0)).toBe(0);
    expect(rowsFrom(['\t甲', '\t乙'], 0)).toBe(0);
  });

  it('are headed by the first where it has words in every cell and no figures', () => {
    expect(cellsOf('姓名\t电话', '甲\t1')).toEqual([
      [
        [head('姓名'), head('电话')],
        [cell('甲'), cell('1')],
      ],
    ]);
    expect(cellsOf('甲\t1', '乙\t2')[0]?.[0]).toEqual([cell('甲'), cell('1')]);
    expect(cellsOf('姓名\t', '甲\t乙')[0]?.[0]).toEqual([cell('姓名'), cell('')]);
  });

  it('are filled up where they are short, each cell on one line', () => {
    expect(cellsOf('甲\t1\t2', ' 乙  丙 \t3')).toEqual([
      [
        [cell('甲'), cell('1'), cell('2')],
        [cell('乙 丙'), cell('3'), cell('')],
      ],
    ]);
  });

  it('of more than five hundred go on in a second table', () => {
    const tables = cellsOf(...Array.from({ length: 501 }, (_, i) => `户\t${i}`));
    expect(tables.map((rows) => rows.length)).toEqual([500, 1]);
    expect(tables[1]?.[0]).toEqual([cell('户'), cell('500')]);
    expect(cellsOf(...Array.from({ length: 500 }, () => '户\t1'))).toHaveLength(1);
  });
});
