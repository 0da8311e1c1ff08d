import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importSource } from '@towncrier/content';
import { ImportRefused } from './import.refused.ts';
import { ImportThreads } from './import.threads.ts';

const header = { issuer: '开远市水务局' };
const notice = { format: 'html', source: '<h1>停水公告</h1><p>明日停水。</p>', header } as const;
const nobody = { picture: () => Promise.resolve(null) };
const tooMuch = '内容太大或太复杂，没有读完；请拆成几份，或把全文作为附件';

/** What becomes of it: read, or the one sentence. */
async function endOf(import_: Promise<unknown>): Promise<string> {
  try {
    await import_;
  } catch (error) {
    if (error instanceof ImportRefused) return error.message;
    throw error;
  }
  return 'read';
}
const word = async (...paragraphs: (Paragraph | Table)[]): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));

describe('what is handed in is read in a thread', { timeout: 60_000 }, () => {
  const threads = new ImportThreads();

  it('as it would be without one', async () => {
    expect(await threads.source(notice)).toEqual(importSource(notice));
    expect(await threads.text(strToU8('停水公告\n'))).toMatchObject({ text: '停水公告\n', losses: [] });
    expect((await threads.table('名单.csv', strToU8('村,户\n甲,3\n'))).sheets[0]?.table).toEqual([
      ['村', '户'],
      ['甲', '3'],
    ]);
    const { source, losses } = await threads.word(await word(new Paragraph('明日停水。')), nobody);
    expect([source, losses]).toEqual(['<p>明日停水。</p>', []]);
  });

  it('and refused in the same words', async () => {
    expect(await endOf(threads.text(strToU8('%PDF-1.7')))).toContain('PDF');
    expect(await endOf(threads.table('名单.xlsx', strToU8('none')))).toContain('名单.xlsx');
    expect(await endOf(threads.word(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), nobody))).toContain('加了密码');
  });
});

describe('what takes too long or too much', { timeout: 120_000 }, () => {
  it('is ended, and the next one is read', async () => {
    const short = new ImportThreads({ within: 1, threads: 1 });
    expect(await endOf(short.source(notice))).toBe(tooMuch);
    const small = new ImportThreads({ memory: 40, threads: 1 });
    const rows = Array.from({ length: 100_000 }, (_, n) => `${n},${'甲'.repeat(40)}${n}`).join('\n');
    expect(await endOf(small.table('名单.csv', strToU8(rows)))).toBe(tooMuch);
    expect(await small.source(notice)).toEqual(importSource(notice));
  });

  it('does not hold up the thread that everything else runs in', async () => {
    const threads = new ImportThreads({ threads: 1 });
    const long = threads.source({ ...notice, source: `<p>${'<b>字</b>'.repeat(20_000)}</p>` });
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      if (turns < 50) setTimeout(turn, 1);
    };
    turn();
    await endOf(long);
    expect(turns).toBe(50);
  });

  it('but an error of who makes the pictures is theirs', async () => {
    const threads = new ImportThreads({ threads: 1 });
    const failing = { picture: () => Promise.reject(new Error('no printer')) };
    const { picture, png } = await pictured();
    await expect(threads.word(picture, failing)).rejects.toThrow('no printer');
    const made = { picture: () => Promise.resolve({ type: 'image/png', bytes: png }) };
    expect((await threads.word(picture, made)).source).toContain('<img src="data:image/png;base64,');
  });
});

async function pictured(): Promise<{ picture: Uint8Array; png: Uint8Array }> {
  const { ImageRun } = await import('docx');
  const data = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  );
  const run = new ImageRun({ type: 'png', data, transformation: { width: 9, height: 9 } });
  return { picture: await word(new Paragraph({ children: [run] })), png: data };
}

describe(
  'a hostile source is bounded, in one sentence or with its losses told:',
  { timeout: 120_000 },
  () => {
    const threads = new ImportThreads({ within: 30_000 });
    const deep = 100_000;
    const nested = (open: string, close: string): string => open.repeat(deep) + '底' + close.repeat(deep);

    it.each([
      ['a hundred thousand boxes in boxes', 'html', nested('<div>', '</div>')],
      ['lists in lists', 'html', nested('<ul><li>', '</li></ul>')],
      ['tables in tables', 'html', nested('<table><tr><td>', '</td></tr></table>')],
      ['quotations in quotations', 'markdown', `${'> '.repeat(deep)}底`],
      ['lists in lists, as Markdown', 'markdown', `${'- '.repeat(deep)}底`],
      ['brackets in brackets', 'markdown', '['.repeat(deep)],
      ['stars that open and never close', 'markdown', '*a **b '.repeat(deep / 2)],
      ['lists in lists, as JSON', 'document', '['.repeat(deep) + ']'.repeat(deep)],
      ['entities that nobody declared', 'html', '&lol9;'.repeat(deep)],
      ['one paragraph of a million characters', 'text', '水'.repeat(1_000_000)],
      ['one paragraph of a million characters, as HTML', 'html', `<p>${'水'.repeat(1_000_000)}</p>`],
      [
        'a hundred thousand cells',
        'html',
        `<table>${`<tr>${'<td>1</td>'.repeat(100)}</tr>`.repeat(1_000)}</table>`,
      ],
      [
        'cells that say they are wide',
        'html',
        `<table>${'<tr><td colspan=1000 rowspan=65534>1</td></tr>'.repeat(1_000)}</table>`,
      ],
    ] as const)('%s', async (_, format, source) => {
      const end = await endOf(threads.source({ format, source, header }));
      expect(['read', tooMuch]).toContain(end);
      expect(await threads.source(notice)).toEqual(importSource(notice));
    });

    it('a spreadsheet that is small in the file and large outside', async () => {
      const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
      expect(bomb.length).toBeLessThan(200_000);
      expect(await endOf(threads.table('大.xlsx', bomb))).toContain('解压后过大');
    });

    it('a spreadsheet whose entities grow', async () => {
      const xml = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>';
      expect(await endOf(threads.table('大.xlsx', zipSync({ 'xl/workbook.xml': strToU8(xml) })))).toContain(
        '大.xlsx',
      );
    });

    it('a list of a hundred thousand cells and one', async () => {
      const rows = `${'1,'.repeat(99)}1\n`.repeat(1_000);
      expect(await endOf(threads.table('大.csv', strToU8(rows)))).toBe('read');
      expect(await endOf(threads.table('大.csv', strToU8(`${rows}1`)))).toContain('表格过大');
    });

    it('a Word document with a table of a hundred thousand cells', async () => {
      const cell = (): TableCell => new TableCell({ children: [new Paragraph('1')] });
      const row = new TableRow({ children: Array.from({ length: 60 }, cell) });
      const rows = Array.from({ length: 900 }, () => row);
      expect(await endOf(threads.word(await word(new Table({ rows })), nobody))).toContain('50000 格');
    });
  },
);
