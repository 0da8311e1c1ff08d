import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openPackage } from './package/word.package.ts';
import { readWord } from './read-word.ts';
import { cell, field, p, row, table } from './testing/word.markup.ts';
import { wordFile } from './testing/word.file.ts';
import { WordUnreadable } from './word.unreadable.ts';
import { limits } from './word.limits.ts';

const refusal = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readWord(bytes);
  } catch (error) {
    if (error instanceof WordUnreadable) return error.message;
    throw error;
  }
  return 'taken';
};
const around = (open: string, close: string, times: number, inside: string): string =>
  open.repeat(times) + inside + close.repeat(times);
const withDocument = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });

describe('a hostile file is refused in one sentence:', () => {
  it.each([
    ['tables in tables', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    ['controls in controls', '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    ['revisions in revisions', '<w:ins w:id="1">', '</w:ins>'],
    ['elements nobody knows', '<w:later>', '</w:later>'],
  ])('ten thousand %s', async (_, open, close) => {
    expect(await refusal(wordFile({ body: around(open, close, 10_000, p('底')) }))).toBe(
      `文件里的表格或控件嵌套超过 ${limits.depth} 层；请简化后再导入`,
    );
  });

  it('a hundred thousand cells', async () => {
    const cells = 100;
    const file = wordFile({ body: table(row(...Array.from({ length: cells + 1 }, () => cell('1')))) });
    await expect(openPackage(file, { ...limits, cells })).rejects.toThrow(
      `文件里的表格超过 ${cells} 格；请拆成几份，或把表格作为附件`,
    );
    expect(limits.cells).toBeLessThan(100_000);
  });

  it('more elements than a paper has', async () => {
    const opened = openPackage(wordFile({ body: '<w:p/>'.repeat(60) }), { ...limits, elements: 50 });
    await expect(opened).rejects.toThrow('文件太大');
  });

  it('more parts than a paper has', async () => {
    const file = zipSync(
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.xml`, strToU8('a')])),
    );
    await expect(openPackage(file, { ...limits, parts: 10 })).rejects.toThrow('文件解压后太大');
  });

  it('a part that is small in the file and large outside', async () => {
    const file = zipSync({ 'word/document.xml': strToU8(' '.repeat(20_000)) });
    await expect(openPackage(file, { ...limits, part: 10_000 })).rejects.toThrow('文件解压后太大');
  });

  it('many parts, each small enough', async () => {
    const { zip } = await openPackage(
      wordFile({ body: '', media: { 'a.png': new Uint8Array(9_000), 'b.png': new Uint8Array(9_000) } }),
      { ...limits, part: 10_000, all: 15_000 },
    );
    await zip.bytes('word/media/a.png');
    await expect(zip.bytes('word/media/b.png')).rejects.toThrow('文件解压后太大');
  });

  it('entities that grow', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="x">&b;</w:document>';
    expect(await refusal(withDocument(bomb))).toContain('实体声明');
  });

  it('what is no document, no XML, no archive, or locked', async () => {
    expect(await refusal(withDocument('<other/>'))).toContain('不是 Word 文档');
    expect(await refusal(withDocument('<w:document'))).toContain('已损坏');
    expect(await refusal(zipSync({ 'a.txt': strToU8('a') }))).toContain('不是 Word 文档');
    expect(await refusal(strToU8('no archive'))).toContain('打不开这个文件');
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0))).toContain('加了密码');
    expect(await refusal(new Uint8Array())).toContain('打不开这个文件');
  });

  it('but not for its blanks, nor for a long instruction', async () => {
    const blanks = ' '.repeat(200_000);
    const body = `<w:p><w:r><w:t>${blanks}停水${blanks}.</w:t></w:r></w:p>${p(field(`EQ ${blanks},`) + field(`HYPERLINK ${blanks}`))}`;
    const { losses } = await readWord(wordFile({ body }));
    expect(losses.map(({ kind }) => kind)).toEqual(['equation', 'lost-text']);
  });

  it('styles and lists that point to themselves', async () => {
    const file = wordFile({
      styles: '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="x"/></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="x"/></w:abstractNum>' +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      body: p('正文', '<w:pStyle w:val="x"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    });
    expect((await readWord(file)).source).toBe('<p>正文</p>');
  });
});

describe('a large honest file', () => {
  it('comes in whole', async () => {
    const line = row(...Array.from({ length: 10 }, (_, i) => cell(`${i}`)));
    const body = p('名单').repeat(1_000) + table(line.repeat(500));
    const { source, losses } = await readWord(wordFile({ body }));
    expect([source.match(/<td>/g)?.length, source.match(/<p>/g)?.length, losses]).toEqual([5_000, 1_000, []]);
  });
});
