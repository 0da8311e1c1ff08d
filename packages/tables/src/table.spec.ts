import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readWorkbook } from './table.read.ts';
import { Unreadable, type Table } from './table.ts';
import { writeCsv, writeXlsx } from './table.write.ts';

const readTable = async (name: string, bytes: Uint8Array) => readWorkbook(name, bytes).sheets[0]?.table;
const cell = fc.string({ unit: fc.constantFrom(...'开远县a1 ,;\t"\n=-+@'), maxLength: 8 });
/** The first column is never empty: a sheet knows no empty row at its end. */
const table = fc
  .array(fc.tuple(fc.constantFrom('甲', '乙'), cell, cell), { minLength: 1, maxLength: 6 })
  .map((rows): Table => [['编号', '名称', '备注'], ...rows]);

describe('a table', () => {
  it('is read from CSV as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await readTable('a.csv', writeCsv(rows))).toEqual(rows);
      }),
    );
  });

  it('is read from XLSX as it was written, division codes with all their digits', async () => {
    const rows = [
      ['编号', '区划代码'],
      ['a', '532502002000'],
      ['b', '=1+1'],
    ];
    expect(await readTable('a.xlsx', await writeXlsx(rows))).toEqual(rows);
  });

  it('is written with numbers that can be summed, and words that are never calculated', async () => {
    const rows = [
      ['单位', '发布'],
      ['=HYPERLINK("http://x")', 24],
      ['007', 0.5],
    ];
    const bytes = await writeXlsx(rows);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<c r="B2"[^>]*(?<!t="s")><v>24<\/v>/u);
    expect(sheet).not.toContain('<f');
    expect(await readTable('a.xlsx', bytes)).toEqual([
      ['单位', '发布'],
      ['=HYPERLINK("http://x")', '24'],
      ['007', '0.5'],
    ]);
  });

  it('is read from XLSX with all digits of codes that were typed as numbers', async () => {
    const rows = [
      [{ type: String, value: '区划代码' }],
      [{ type: Number, value: 532_502_002_000 }],
      [{ type: Number, value: 532_502_001_000, format: '0.00000E+00' }],
      [{ type: String, value: '5.32502E+11' }],
    ];
    const bytes = await (await writeXlsxFile(rows)).toBuffer();
    expect(await readTable('a.xlsx', bytes)).toEqual([
      ['区划代码'],
      ['532502002000'],
      ['532502001000'],
      ['5.32502E+11'],
    ]);
  });

  it.each([
    ['UTF-8', Buffer.from('编号,名称\r\na,条屏\r\n')],
    ['UTF-8 with its mark', Buffer.from('\uFEFF编号,名称\na,条屏')],
    ['semicolons', Buffer.from('编号;名称\na;条屏')],
    ['tabs', Buffer.from('编号\t名称\na\t条屏')],
    ['a comma in a quoted heading', Buffer.from('"编号";"名称"\na;条屏')],
    ['UTF-16', Buffer.from('\uFEFF编号\t名称\r\na\t条屏\r\n', 'utf16le')],
    ['UTF-16 without its mark', Buffer.from('编号\t名称\r\na\t条屏\r\n', 'utf16le')],
    ['UTF-16 without its mark, big end first', Buffer.from('编号,名称\na,条屏', 'utf16le').swap16()],
    ['UTF-16, big end first', Buffer.from('\uFEFF编号,名称\na,条屏', 'utf16le').swap16()],
    [
      'GB18030',
      Buffer.from([
        0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x61, 0x2c, 0xcc, 0xf5, 0xc6, 0xc1,
      ]),
    ],
  ])('is read from %s', async (_, bytes) => {
    expect(await readTable('a.csv', bytes)).toEqual([
      ['编号', '名称'],
      ['a', '条屏'],
    ]);
  });

  it('keeps the numbers of its rows, empty lines included', async () => {
    expect(await readTable('a.csv', Buffer.from('编号\n\na'))).toEqual([['编号'], [''], ['a']]);
  });

  it('that a spreadsheet would calculate is marked as text', () => {
    expect(Buffer.from(writeCsv([['=cmd()', '-3.5', '-x']])).toString()).toBe("\uFEFF'=cmd(),-3.5,'-x\r\n");
  });

  it.each([
    ['a.xlsx', Buffer.from('no archive')],
    ['a.csv', Buffer.from([0x61, 0xff, 0x20])],
  ])('that is none is refused: %s', async (name, bytes) => {
    await expect(readTable(name, bytes)).rejects.toBeInstanceOf(Unreadable);
  });
});
