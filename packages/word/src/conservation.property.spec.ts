import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWord } from './read-word.ts';
import { balance } from './testing/conservation.ts';
import { independentRuns } from './testing/independent.reader.ts';
import { cell, deleted, field, inserted, p, r, row, table, textBox } from './testing/word.markup.ts';
import { wordFile } from './testing/word.file.ts';

/** Each place gets a number of its own, so that no run pays for another. */
const words = fc.constantFrom('甲@', '@元', '停水@公告').map((text) => `（${text}）`);
const unique = (markup: string): string => {
  let count = 0;
  return markup.replace(/@/g, () => String((count += 1)).padStart(3, '0'));
};
const looks = fc.constantFrom(
  '',
  '<w:b/>',
  '<w:strike/>',
  '<w:dstrike/>',
  '<w:vanish/>',
  '<w:color w:val="FFFFFF"/>',
  '<w:vertAlign w:val="superscript"/>',
  '<w:vertAlign w:val="subscript"/>',
  '<w:u w:val="single"/>',
);
const run = fc.tuple(words, looks).map(([text, look]) => r(text, look));
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  run.map(inserted),
  words.map(deleted),
  run.map((inside) => field(' REF a ', inside)),
  run.map((inside) => field(' TOC ', inside)),
  run.map((inside) => `<w:hyperlink w:anchor="a">${inside}</w:hyperlink>`),
  run.map((inside) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`),
  run.map((inside) => `<w:later>${inside}</w:later>`),
  run.map((inside) => textBox(p(inside))),
);
const paragraph = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => p(parts.join('')));
const grid = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => table(...rows.map((cells) => row(...cells.map((inside) => cell(inside))))));
const nested = grid.map((inside) => table(row(cell(inside + p('')))));
const body = fc.array(fc.oneof(paragraph, grid, nested), { minLength: 1, maxLength: 6 });

it('whatever a document is made of, its words are in the text or in a loss, and no digit is new', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (blocks) => {
      const bytes = wordFile({ body: unique(blocks.join('')) });
      expect(balance(independentRuns(bytes), await readWord(bytes))).toEqual({
        missing: [],
        unpaid: [],
        joined: [],
      });
    }),
    { numRuns: 150 },
  );
});
