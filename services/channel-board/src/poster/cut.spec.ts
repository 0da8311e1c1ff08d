import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPieces, piecesOf } from './cut.ts';
import type { SheetBlock } from '../render/board.blocks.ts';

const runs = (text: string) => [{ text, bold: false, underline: false }];
const words = (blocks: readonly SheetBlock[]): string =>
  JSON.stringify(blocks).replace(/"text":"([^"]*)"|./g, '$1');
const block: fc.Arbitrary<SheetBlock> = fc.oneof(
  fc
    .string({ unit: fc.constantFrom('告', '示', '。', '，'), minLength: 1, maxLength: 500 })
    .map((text): SheetBlock => ({ kind: 'paragraph', align: 'left', runs: runs(text) })),
  fc
    .array(fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 5 })
    .map((rows): SheetBlock => ({
      kind: 'table',
      caption: null,
      columns: 1,
      rows: rows.map((text) => [{ header: false, colspan: 1, rowspan: 1, runs: runs(text) }]),
    })),
  fc.array(fc.constantFrom('甲', '乙'), { minLength: 1, maxLength: 5 }).map((items): SheetBlock => ({
    kind: 'list',
    ordered: true,
    start: 2,
    items: items.map((text) => [{ kind: 'paragraph', align: 'left', runs: runs(text) }]),
  })),
);

describe('cutting a sheet', () => {
  it('says the same again when all pieces are joined', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        expect(words(joinPieces(piecesOf(blocks)))).toBe(words(blocks));
      }),
    );
  });

  it('keeps the number with which a list began', () => {
    const list: SheetBlock = { kind: 'list', ordered: true, start: 4, items: [[], [], []] };
    expect(joinPieces(piecesOf([list]).slice(0, 2))).toEqual([{ ...list, items: [[], []] }]);
  });

  it('leaves no heading alone at the end', () => {
    expect(
      joinPieces(piecesOf([{ kind: 'divider' }, { kind: 'heading', level: 2, runs: runs('一、') }])),
    ).toEqual([]);
  });
});
