import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { maxAllBytes, maxPartBytes } from './package/zip.parts.ts';
import { readWord } from './read-word.ts';
import { cell, p, row, table } from './testing/word.markup.ts';
import { wordFile } from './testing/word.file.ts';
import { WordUnreadable } from './word.unreadable.ts';
import { maxCells, maxDepth, maxElements } from './xml/xml.parse.ts';

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
      `文件里的表格或控件嵌套超过 ${maxDepth} 层；请简化后再导入`,
    );
  });

  it('a hundred thousand cells', async () => {
    const line = row(...Array.from({ length: 50 }, () => cell('1')));
    expect(await refusal(wordFile({ body: table(line.repeat(2_000)) }))).toBe(
      `文件里的表格超过 ${maxCells} 格；请拆成几份，或把表格作为附件`,
    );
  });

  it('more elements than a paper has', async () => {
    expect(await refusal(wordFile({ body: '<w:p/>'.repeat(maxElements + 1) }))).toContain('文件太大');
  });

  it('a part that is small in the file and large outside', async () => {
    const blanks = new Uint8Array(maxPartBytes + 1).fill(0x20);
    expect(await refusal(zipSync({ 'word/document.xml': blanks }))).toContain('文件解压后太大');
  });

  it('many such parts, each small enough', async () => {
    const one = new Uint8Array(maxPartBytes - 1);
    const count = Math.floor(maxAllBytes / maxPartBytes) + 1;
    const media = Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.png`, one]));
    const pictures = Object.keys(media).map((name) =>
      p(`<w:r><w:pict><v:imagedata r:id="rId-${name}"/></w:pict></w:r>`),
    );
    expect(await refusal(wordFile({ media, body: pictures.join('') }))).toContain('文件解压后太大');
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
    const body = p('名单').repeat(5_000) + table(line.repeat(2_000));
    const { source, losses } = await readWord(wordFile({ body }));
    expect([source.match(/<td>/g)?.length, source.match(/<p>/g)?.length, losses]).toEqual([
      20_000,
      5_000,
      [],
    ]);
  });
});
