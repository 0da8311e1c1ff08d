import { severityOf } from '@towncrier/content';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook, sheetOf } from '../table.read.ts';
import { maxCells, Unreadable, type Table } from '../table.ts';

interface Given {
  readonly name?: string;
  readonly state?: string;
  /** Within `<worksheet>`. */
  readonly xml: string;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook as a spreadsheet writes it, with the formats given (style n + 1) and a struck one (`s` as named). */
function workbook(sheets: readonly Given[], formats: readonly string[] = [], more = ''): Uint8Array {
  const listed = sheets.map(
    ({ name = '目录', state = 'visible' }, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="rId${n + 1}"/>`,
  );
  const targets = sheets.map(
    (_, n) => `<Relationship Id="rId${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  const numFmts = formats.map(
    (code, n) => `<numFmt numFmtId="${n + 164}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const cells = formats.map((_, n) => `<xf numFmtId="${n + 164}" fontId="0"/>`);
  const styles = [
    `<styleSheet ${main}><numFmts>${numFmts.join('')}</numFmts>`,
    '<fonts><font/><font><strike/></font></fonts>',
    `<cellXfs><xf/>${cells.join('')}<xf fontId="1"/></cellXfs></styleSheet>`,
  ];
  const parts = sheets.map(({ xml }, n) => [
    `xl/worksheets/sheet${n + 1}.xml`,
    strToU8(`<worksheet ${main}>${xml}</worksheet>`),
  ]);
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook ${main} ${relations}>${more}<sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${targets.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(styles.join('')),
    ...(Object.fromEntries(parts) as Record<string, Uint8Array>),
  });
}

const words = (at: string, text: string, style = 0): string =>
  `<c r="${at}" t="inlineStr" s="${style}"><is><t>${text}</t></is></c>`;
const row = (n: number, cells: string, more = ''): string => `<row r="${n}" ${more}>${cells}</row>`;
const data = (rows: string, more = ''): string => `<sheetData>${rows}</sheetData>${more}`;
const read = (bytes: Uint8Array) => sheetOf(readWorkbook('a.xlsx', bytes), () => false);
const told = (bytes: Uint8Array): readonly string[] =>
  read(bytes).losses.map((one) =>
    [severityOf(one), one.kind, one.where, one.excerpt ?? ''].filter((word) => word !== '').join(' '),
  );
const table = (bytes: Uint8Array): Table => read(bytes).table;

const number = (value: number | string, format: string, more = ''): string | undefined => {
  const cell = `<c r="A1" s="1"><v>${value}</v></c>`;
  return table(workbook([{ xml: data(row(1, cell)) }], [format], more))[0]?.[0];
};

describe('a number in a spreadsheet', () => {
  it.each([
    [0.604166666666667, 'h:mm', '14:30'],
    [1.604166666666667, '[h]:mm', '38:30'],
    [0.604166666666667, '上午/下午h:mm', '下午2:30'],
    [0.255, '0.0%', '25.5%'],
    [0.05, '0%', '5%'],
    [12, '0"户"', '12户'],
    [12, 'G/通用格式"户"', '12户'],
    [7, '000', '007'],
    [46387, 'yyyy-mm-dd', '2026-12-31'],
    [46387, '[$-804]yyyy"年"m"月"d"日";@', '2026年12月31日'],
    [46387.5, 'yyyy/m/d h:mm', '2026/12/31 12:00'],
    [1234.5, '#,##0.00', '1,234.50'],
    [-3, '0.00_);[Red]\\(0.00\\)', '(3.00)'],
    [12.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ', '12.50'],
    ['0.30000000000000004', 'General', '0.3'],
    [532502002000, 'General', '532502002000'],
    [532502002000, '0.00E+00', '532502002000'],
    [532502002000, '0', '532502002000'],
  ])('%s in the format %s is read as %s', (value, format, seen) => {
    expect(number(value, format)).toBe(seen);
  });

  it('counts its days from 1904 where the workbook does', () => {
    expect(number(46387 - 1462, 'yyyy-mm-dd', '<workbookPr date1904="1"/>')).toBe('2026-12-31');
  });

  it('in a built-in format of dates is a date', () => {
    const styles = `<styleSheet ${main}><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const bytes = workbook([{ xml: data(row(1, '<c r="A1"><v>46387</v></c>')) }]);
    const other = zipSync({
      'xl/workbook.xml': strToU8(
        `<workbook ${main} ${relations}><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/a.xml"/></Relationships>',
      ),
      'xl/styles.xml': strToU8(styles),
      'xl/worksheets/a.xml': strToU8(
        `<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>46387</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    });
    expect(table(bytes)).toEqual([['46387']]);
    expect(table(other)).toEqual([['2026/12/31']]);
  });

  it('in a format that cannot be shown here is told', () => {
    const bytes = workbook([{ xml: data(row(1, '<c r="A1" s="1"><v>12</v></c>')) }], ['[DBNum1]General']);
    expect(told(bytes)).toEqual(['block cell-format 第1行A列 12']);
  });

  it.each([
    ['[DBNum1]0', '1024', '一〇二四'],
    ['[DBNum2]0', '1024', '壹零贰肆'],
    ['[DBNum3]0', '1024', '１０２４'],
    ['[DBNum1][$-804]000', '7', '〇〇七'],
    ['[DBNum2]#,##0.00', '1234.5', '壹,贰叁肆.伍零'],
    ['[DBNum1]0"户"', '12', '一二户'],
  ])('in digits of Chinese is as it is seen: %s', (format, value, seen) => {
    const bytes = workbook([{ xml: data(row(1, `<c r="A1" s="1"><v>${value}</v></c>`)) }], [format]);
    expect([table(bytes), told(bytes)]).toEqual([[[seen]], []]);
  });

  it.each(['[DBNum2]General', '[DBNum1]0"第2号"', '[DBNum1]0;[DBNum2]0', '[DBNum1]0.0E+0', '[NatNum1]0'])(
    'in a format whose numerals may be others is told: %s',
    (format) => {
      const bytes = workbook([{ xml: data(row(1, '<c r="A1" s="1"><v>12</v></c>')) }], [format]);
      expect(told(bytes)).toMatchObject([expect.stringContaining('block cell-format 第1行A列')]);
    },
  );

  it('that its format hides is told', () => {
    const bytes = workbook([{ xml: data(row(1, '<c r="B1" s="1"><v>12</v></c>')) }], [';;;']);
    expect(told(bytes)).toEqual(['block hidden-text 第1行B列 12']);
  });
});

describe('a sheet', () => {
  it('fills every cell of a merged area, and none beyond its words', () => {
    const xml = data(
      row(1, words('A1', '街道') + words('B1', '户数')) +
        row(2, words('A2', '灵泉') + words('B2', '3')) +
        row(3, words('B3', '5')),
      '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B3:XFD1048576"/></mergeCells>',
    );
    expect(table(workbook([{ xml }]))).toEqual([
      ['街道', '户数'],
      ['灵泉', '3'],
      ['灵泉', '5'],
    ]);
  });

  it('leaves out hidden rows, hidden columns and struck rows, each with its place', () => {
    const xml = `<cols><col min="3" max="3" hidden="1"/></cols>${data(
      row(1, words('A1', '甲') + words('C1', '内部')) +
        row(2, words('A2', '乙'), 'hidden="1"') +
        row(3, words('A3', '丙', 1) + words('B3', '丁', 1)) +
        row(4, words('A4', '戊') + words('B4', '己', 1)),
    )}`;
    const bytes = workbook([{ xml }]);
    expect(table(bytes)).toEqual([['甲'], [], [], ['戊', '']]);
    expect(told(bytes)).toEqual([
      'block hidden-column C列 内部',
      'block hidden-row 第2行 乙',
      'block struck-row 第3行 丙 丁',
      'block struck-text 第4行B列 己',
    ]);
  });

  it('says what a formula without result and an error were', () => {
    const xml = data(
      row(1, '<c r="A1"><f>B1*2</f></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><v>1</v></c>'),
    );
    expect(table(workbook([{ xml }]))).toEqual([['', '', '1']]);
    expect(told(workbook([{ xml }]))).toEqual([
      'block formula-without-result 第1行A列 =B1*2',
      'block lost-cell 第1行B列 #REF!',
    ]);
  });

  it('says that pictures and notes are not in its cells', () => {
    const xml = data(row(1, words('A1', '甲')), '<drawing r:id="a"/><legacyDrawing r:id="b"/>');
    expect(told(workbook([{ xml }]))).toEqual(['advise picture', 'advise cell-note']);
  });
});

describe('a workbook', () => {
  const sheet = (name: string, word: string, state = 'visible'): Given => ({
    name,
    state,
    xml: data(row(1, words('A1', word))),
  });

  it('is asked for the sheet with the heading, and tells of all others that have words', () => {
    const bytes = workbook([
      sheet('封面', '说明'),
      sheet('目录', '编号'),
      sheet('旧目录', '编号'),
      sheet('底稿', '编号', 'veryHidden'),
      { name: '空', xml: data('') },
    ]);
    const { name, losses } = sheetOf(readWorkbook('a.xlsx', bytes), ([heading]) => heading?.[0] === '编号');
    expect(name).toBe('目录');
    expect(losses.map(({ kind, where }) => [kind, where])).toEqual([
      ['other-sheet', '工作表“封面”'],
      ['other-table', '工作表“旧目录”'],
      ['hidden-sheet', '工作表“底稿”'],
    ]);
  });
});

describe('a spreadsheet that would not end', () => {
  const refused = (bytes: Uint8Array): string => {
    try {
      readWorkbook('a.xlsx', bytes);
      return 'read';
    } catch (cause) {
      return cause instanceof Unreadable ? cause.message : String(cause);
    }
  };

  it('is refused where it unpacks to more than any table', () => {
    const bytes = workbook([{ xml: `<!--${' '.repeat(33 * 1024 * 1024)}-->` }]);
    expect(bytes.length).toBeLessThan(200_000);
    expect(refused(bytes)).toMatch(/解压后过大/u);
  });

  it('is refused beyond a hundred thousand cells, and far out', () => {
    const cells = Array.from({ length: maxCells + 1 }, () => '<c><v>1</v></c>');
    const rows = Array.from(
      { length: 1001 },
      (_, n) => `<row>${cells.slice(n * 100, n * 100 + 100).join('')}</row>`,
    );
    expect(refused(workbook([{ xml: data(rows.join('')) }]))).toMatch(/表格过大/u);
    expect(refused(workbook([{ xml: data(row(1_048_576, words('A1048576', '远'))) }]))).toMatch(/表格过大/u);
  });

  it('expands no entities of its own', () => {
    const bytes = zipSync({
      'xl/workbook.xml': strToU8(`<!DOCTYPE a [<!ENTITY b "${'c'.repeat(9)}">]><workbook>&b;&b;</workbook>`),
    });
    expect(refused(bytes)).toMatch(/读不出“a.xlsx”里的表格/u);
  });
});
