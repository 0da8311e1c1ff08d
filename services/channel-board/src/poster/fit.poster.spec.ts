import { describe, expect, it } from 'vitest';
import type { SheetBlock } from '../render/board.blocks.ts';
import { fit, mostSheets } from './fit.poster.ts';
import type { PosterLayout, PosterSheet } from './poster.ts';

const blocks: readonly SheetBlock[] = Array.from({ length: 100 }, (_, n) => ({
  kind: 'paragraph',
  align: 'left',
  runs: [{ text: `第${n + 1}条`, bold: false, underline: false }],
}));
const sheet: PosterSheet = {
  title: '公告',
  header: [],
  correction: null,
  blocks,
  publicNotice: [],
  footer: { issuer: '开远市人民政府', date: null, publication: '7K3QZP4M', edition: 1 },
  page: 'https://www.example.gov.cn/n/7K3QZP4M.html',
  qr: 'https://gg.example.gov.cn/q/7K3QZP4M?e=1',
  fingerprint: '265F-22EC-D6A0-24C4',
  images: {},
};
const pictured: PosterSheet = { ...sheet, images: { map: new Uint8Array() } };
const sizes = [22, 20, 18, 17, 16, 15, 14, 13, 12, 11];

/** A notice that fills so many sheets at 11 pt, of which the pictures take `drawn` at their largest. */
const filling =
  (atSmallest: number, drawn = 0) =>
  ({ size, pieces, pictures }: PosterLayout): number =>
    (atSmallest * ((pieces ?? 100) / 100) * size * size) / 121 + drawn * pictures;

describe('how a sheet is set', () => {
  it('is one sheet in the largest letters that fit', () => {
    expect(fit(sheet, sizes, filling(0.1))).toMatchObject({ size: 22, pieces: null, several: false });
    expect(fit(sheet, sizes, filling(0.5))).toMatchObject({ size: 15, pictures: 1, several: false });
  });

  it('makes pictures smaller before letters that are hard to read, and letters before a second sheet', () => {
    expect(fit(pictured, sizes, filling(0.4, 0.5))).toMatchObject({
      size: 14,
      pictures: 0.7,
      several: false,
    });
    expect(fit(pictured, sizes, filling(0.7, 0.6))).toMatchObject({
      size: 11,
      pictures: 0.5,
      several: false,
    });
  });

  it('is as few sheets as letters of middle size need, and the letters as large as those take', () => {
    const layout = fit(sheet, sizes, filling(1.6));
    expect(layout).toMatchObject({ pieces: null, several: true });
    expect(layout.size).toBeGreaterThan(14);
    expect(Math.ceil(filling(1.6)(layout))).toBe(3);
  });

  it('saves sheets by smaller letters where there would be many', () => {
    const layout = fit(sheet, sizes, filling(6.9));
    expect(layout).toMatchObject({ size: 11, pieces: null, several: true });
  });

  it('is cut only where the most sheets do not do, and then they are full', () => {
    const layout = fit(sheet, sizes, filling(20));
    expect(layout).toMatchObject({ size: 11, pieces: 60, several: true });
    expect(Math.ceil(filling(20)(layout))).toBe(mostSheets);
  });

  it('is found with few layouts of a long text', () => {
    const words = {
      ...sheet,
      blocks: blocks.map((block) => ({
        ...block,
        runs: [{ text: '长'.repeat(90), bold: false, underline: false }],
      })),
    };
    let set = 0;
    const layout = fit(words, sizes, (how) => {
      set += 1;
      return filling(6.3)(how);
    });
    expect(layout).toMatchObject({ pieces: null, several: true });
    expect(set).toBeLessThanOrEqual(4);
  });
});
