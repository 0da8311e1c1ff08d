import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWord } from './read-word.ts';
import { lossLine, shownHtml } from './testing/imported.words.ts';
import { specimens } from './testing/specimens/specimens.ts';
import { wordFile } from './testing/word.file.ts';

describe('a Word document comes in as its reader sees it:', () => {
  it.each(specimens)('$name', async ({ file, shows, losses = [] }) => {
    const read = await readWord(wordFile(file));
    expect(shownHtml(read.source)).toBe(shows);
    expect(read.losses.map(lossLine)).toEqual(losses);
  });

  it('also in the strict form of the standard, and in UTF-16', async () => {
    const parts = unzipSync(wordFile({ body: '<w:p><w:r><w:t>停水</w:t></w:r></w:p>' }));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const strict = document
      .replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main', strictNamespace)
      .replace('UTF-8', 'UTF-16');
    const wide = Buffer.from(`\uFEFF${strict}`, 'utf16le');
    expect(await readWord(zipSync({ ...parts, 'word/document.xml': new Uint8Array(wide) }))).toEqual({
      source: '<p>停水</p>',
      losses: [],
    });
  });
});

const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
