import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pdfPictures, readQr } from '@towncrier/media';
import type { SheetBlock } from '../render/board.blocks.ts';
import type { PosterSheet } from './poster.ts';
import { mostSheets } from './fit.poster.ts';
import { wordsOnPoster } from './poster.words.ts';
import { firstPicture } from '../../test/first.picture.ts';
import { renderPoster } from './set.poster.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const paragraph = (text: string): SheetBlock => ({
  kind: 'paragraph',
  align: 'left',
  runs: [{ text, bold: false, underline: false }],
});
const sheet: PosterSheet = {
  title: '关于灵泉东路停水检修的通知',
  header: [
    { label: '发布机构', value: '开远市水务局' },
    { label: '发布日期', value: '2026年11月23日' },
  ],
  correction: null,
  blocks: [paragraph('因供水管网检修，2026年11月25日8时至18时，灵泉东路沿线停水，请居民提前储水。')],
  publicNotice: [{ label: '公示期', value: '2026年11月23日至2026年12月1日（共9天）' }],
  footer: { issuer: '开远市水务局', date: '2026年11月23日', publication: '7K3QZP4M', edition: 1 },
  page: 'https://www.example.gov.cn/n/7K3QZP4M.html',
  qr: 'https://gg.example.gov.cn/q/7K3QZP4M?e=1',
  fingerprint: '265F-22EC-D6A0-24C4',
  images: {},
};
const articles = (count: number): PosterSheet => ({
  ...sheet,
  blocks: Array.from({ length: count }, (_, i) =>
    paragraph(`第${i + 1}条　${'各有关单位要提高认识，加强领导，落实责任。'.repeat(8)}`),
  ),
});
const long = articles(60);
const longest = articles(400);

describe('a poster', { timeout: 30_000 }, () => {
  it.each(['A3', 'A4'] as const)('is one %s sheet with the same bytes every time', async (paper) => {
    const [one, two] = [
      await renderPoster(sheet, { paper }),
      await renderPoster(structuredClone(sheet), { paper }),
    ];
    expect(one).toMatchObject({ pages: 1, cut: false });
    expect(Buffer.from(one.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(sha(one.pdf)).toBe(sha(two.pdf));
  });

  it.each(['A3', 'A4'] as const)(
    'carries a code on %s that a reader finds in a picture of the sheet',
    async (paper) => {
      expect(await readQr(await firstPicture(sheet, { paper }))).toEqual([sheet.qr]);
    },
  );

  it('is several sheets where the text is long, each with the code and none cut', async () => {
    const { pdf, pages, cut } = await renderPoster(long, { paper: 'A3' });
    expect({ cut, several: pages > 1 }).toEqual({ cut: false, several: true });
    const pictures = await pdfPictures(pdf, 1000);
    expect(pictures).toHaveLength(pages);
    for (const picture of pictures) expect(await readQr(picture)).toEqual([sheet.qr]);
  });

  it('ends with the most sheets however long the text is, and says that it was cut', async () => {
    const poster = await renderPoster(longest, { paper: 'A4' });
    expect(poster).toMatchObject({ pages: mostSheets, cut: true });
    const words = wordsOnPoster(longest, poster.layout);
    expect(words).toContain('第1条');
    expect(words).not.toContain('第400条');
    expect(words).toContain('2026年11月23日至2026年12月1日（共9天）');
  });

  it('takes words for words, never for markup', async () => {
    expect(
      await renderPoster(
        {
          ...sheet,
          title: '#panic("x") *粗* $x$',
          blocks: [paragraph('#read("/etc/passwd") *x* <b> \\ [ ] `')],
        },
        { paper: 'A4' },
      ),
    ).toMatchObject({ pages: 1 });
  });

  it('draws a name of Extension B to F with outlines of its own', async () => {
    const named = (name: string): PosterSheet => ({ ...sheet, blocks: [paragraph(`${name}（公示）`)] });
    const pictures = await Promise.all(
      ['𪛖', '𫝑', '𮯠'].map((name) => firstPicture(named(name), { paper: 'A4' })),
    );
    expect(new Set(pictures.map(sha)).size).toBe(3);
  });

  it('refuses a character that no font has', async () => {
    await expect(renderPoster({ ...sheet, title: '关于𰀀村的通知' }, { paper: 'A4' })).rejects.toThrow();
  });

  it('sets tables with spans that make no sense, lists, quotes, facts and images', async () => {
    const run = [{ text: '甲', bold: true, underline: true }];
    const cell = (colspan: number, rowspan: number, header = false) => ({
      header,
      colspan,
      rowspan,
      runs: run,
    });
    const image = await firstPicture(sheet, { paper: 'A4', width: 200 });
    const poster = await renderPoster(
      {
        ...sheet,
        images: { abc: image },
        blocks: [
          {
            kind: 'table',
            caption: '表一',
            columns: 3,
            rows: [
              [cell(1, 1, true), cell(9, 1, true)],
              [cell(1, 9), cell(2, 1)],
              [cell(1, 1), cell(5, 2), cell(1, 1)],
            ],
          },
          {
            kind: 'list',
            ordered: true,
            start: 3,
            items: [
              [paragraph('其三')],
              [paragraph('其四'), { kind: 'list', ordered: false, start: 1, items: [[paragraph('子项')]] }],
            ],
          },
          { kind: 'quote', blocks: [paragraph('引文')] },
          { kind: 'facts', facts: [{ label: '电话', value: '12345' }] },
          { kind: 'image', media: 'abc', alt: '', caption: '图一' },
          { kind: 'attachment', name: '名单.xlsx', href: 'https://example.gov.cn/a.xlsx' },
          { kind: 'divider' },
        ],
      },
      { paper: 'A3' },
    );
    expect(poster).toMatchObject({ pages: 1, cut: false });
  });
});
