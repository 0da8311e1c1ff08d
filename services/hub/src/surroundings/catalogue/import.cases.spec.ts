import { readFileSync } from 'node:fs';
import { severityOf } from '@towncrier/content';
import { readWorkbook } from '@towncrier/tables';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from './import.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../test/fixtures/catalogue/${name}`, import.meta.url));
const read = (name: string) => readCatalogue(name, readWorkbook(name, fixture(name)), []);
const named = (name: string): readonly string[] => read(name).rows.map((row) => row.name);
const told = (name: string): readonly string[] =>
  read(name).losses.map((one) => [severityOf(one), one.kind, one.where, one.excerpt ?? ''].join(' ').trim());

describe('a catalogue as an office hands it in', () => {
  it.each([
    'cat-plain.xlsx',
    'cat-link.xlsx',
    'cat-phonetic.xlsx',
    'cat-cover-first.xlsx',
    'cat-gb.csv',
    'cat-semi.csv',
    'cat-tab.csv',
    'cat-utf16.csv',
  ])('is read: %s', (name) => {
    const { rows } = read(name);
    expect(rows[0]).toMatchObject({
      problems: [],
      name: '部门预算',
      item: { basis: ['《预算法》第十四条'], timeLimit: { text: '20个工作日' }, elements: ['收入', '支出'] },
    });
  });

  it('is looked for on the sheet that has its heading, and the cover is told', () => {
    expect(read('cat-cover-first.xlsx').rows).toHaveLength(1);
    expect(told('cat-cover-first.xlsx')).toEqual(['advise other-sheet 工作表“Sheet”']);
  });

  it('says of a merged cell that it holds for every row', () => {
    const [first, second] = read('cat-merged.xlsx').rows;
    expect(second?.problems).toEqual([]);
    expect(second?.item).toMatchObject({
      basis: first?.item?.basis,
      timeLimit: first?.item?.timeLimit,
      channels: first?.item?.channels,
    });
    expect(second?.item?.basis).toEqual(['《预算法》第十四条']);
  });

  it('leaves out what is struck through or hidden, and nobody can miss it', () => {
    expect(named('cat-struck.xlsx')).toEqual(['部门预算']);
    expect(told('cat-struck.xlsx')).toEqual([expect.stringMatching(/^block struck-row 第3行 .*已划掉事项/u)]);
    expect(named('cat-hidden-row.xlsx')).toEqual(['部门预算']);
    expect(told('cat-hidden-row.xlsx')).toEqual([
      expect.stringMatching(/^block hidden-row 第3行 .*隐藏行事项/u),
    ]);
  });

  it('is read without the words of a cell that are struck through', () => {
    expect(read('cat-x000d.xlsx').rows[0]?.item).toMatchObject({
      level2: '部门预算',
      elements: ['收入', '支出'],
    });
    expect(told('cat-x000d.xlsx')).toEqual(['block struck-text 第2行C列 旧']);
  });

  it('shows dates and shares as people see them', () => {
    expect(read('cat-date.xlsx').rows[1]?.item).toMatchObject({ level2: '2026', elements: ['5%'] });
  });

  it('says where a formula has no result', () => {
    expect(read('cat-formula.xlsx').rows[0]?.problems).toEqual(['没有公开事项的名称']);
    expect(told('cat-formula.xlsx')).toEqual([
      'block formula-without-result 第2行C列 =CONCATENATE("部门","决算")',
    ]);
  });

  it('reads ticks of every shape, and names what it does not know', () => {
    expect(read('cat-marks.xlsx').rows[0]?.problems).toEqual(['不认识的公开渠道“☐短信”']);
  });
});
