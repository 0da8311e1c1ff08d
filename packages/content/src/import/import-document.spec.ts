import type { Block } from '@towncrier/contracts';
import { describe, expect, it } from 'vitest';
import { samples } from '../testing/samples.ts';
import { importDocument } from './import-document.ts';

const doc = (...content: readonly unknown[]) => ({ type: 'doc', content });
const paragraph = (...texts: readonly string[]) => ({
  type: 'paragraph',
  content: texts.map((text) => ({ type: 'text', text })),
});
const placeOf = (source: unknown): string | undefined =>
  /出错位置：(.*?)）/.exec(importDocument(source).refused?.message ?? '')?.[1];

describe('a document that does not fit the model', () => {
  it('is named by the place, through lists and quotations too', () => {
    expect(placeOf(doc({ type: 'heading', attrs: { level: 9 }, content: [] }))).toBe('content.0.attrs.level');
    expect(
      placeOf(doc(paragraph('甲'), { type: 'quote', content: [{ type: 'heading', attrs: {} }] })),
    ).toMatch(/^content\.1\.content\.0/);
    expect(placeOf(doc({ type: 'marquee' }))).toBe('content.0');
  });

  it('says so in words, with the place where there is one', () => {
    const remedy = '请在编辑器里重新打开并保存，或改用文本、HTML 导入。';
    expect(importDocument('{')).toStrictEqual({
      blocks: [],
      media: [],
      losses: [],
      titles: [],
      refused: { field: 'body', message: '正文不是本系统的文档格式。', remedy },
    });
    expect(importDocument(doc({ type: 'marquee' })).refused).toEqual({
      field: 'body',
      message: '正文不是本系统的文档格式（出错位置：content.0）。',
      remedy,
    });
  });

  it.each([['{'], ['null'], [undefined], [7], [[]], [{}]])('%j has no blocks and one finding', (source) => {
    expect(importDocument(source)).toMatchObject({ blocks: [], media: [], refused: { field: 'body' } });
  });

  it('is one a hundred deep; a deeper part is taken for none', () => {
    const nested = (depth: number): Block => {
      let block: Block = { type: 'paragraph', content: [{ type: 'text', text: '深' }] };
      for (let i = 0; i < depth; i += 1) block = { type: 'quote', content: [block] };
      return block;
    };
    expect(importDocument(doc(nested(40))).blocks).toHaveLength(1);
    expect(importDocument(doc(nested(60))).blocks).toEqual([]);
  });

  it('keeps the address of a link that stands a hundred deep, and no deeper one', () => {
    const linked = (depth: number): unknown => {
      const marks = [{ type: 'link', attrs: { href: 'https://www.example.gov.cn/a' } }];
      let block: unknown = { type: 'paragraph', content: [{ type: 'text', text: '深', marks }] };
      for (let i = 0; i < depth; i += 1) block = { type: 'quote', content: [block] };
      return doc(block);
    };
    expect(JSON.stringify(importDocument(linked(46)).blocks)).toContain('https://www.example.gov.cn/a');
    expect(importDocument(linked(47)).blocks).toEqual([]);
  });
});

describe('a document', () => {
  it('loses what holds nothing visible: runs of text, items, lists, quotations, pictures that are missing', () => {
    const image = { type: 'image', attrs: { media: 'a'.repeat(64), alt: '' } };
    const item = (...content: readonly unknown[]) => ({ type: 'listItem', content });
    expect(
      importDocument(
        doc(
          paragraph('甲', '\u200B', '乙'),
          { type: 'bulletList', content: [item(image), item(paragraph('丙'))] },
          { type: 'orderedList', attrs: { start: 2 }, content: [item(image)] },
          { type: 'quote', content: [image] },
          image,
          { type: 'divider' },
        ),
      ).blocks,
    ).toEqual([
      paragraph('甲', '乙'),
      { type: 'bulletList', content: [item(paragraph('丙'))] },
      { type: 'divider' },
    ]);
  });

  it('keeps a picture under the hash of its bytes, whatever it was called', () => {
    const [media] = samples.table.content.media;
    const wrong = 'b'.repeat(64);
    const { blocks, media: kept } = importDocument({
      body: doc({ type: 'image', attrs: { media: wrong, alt: '码' } }),
      media: [{ ...media, id: wrong }],
    });
    expect(blocks).toMatchObject([{ attrs: { media: media?.id, alt: '码' } }]);
    expect(kept).toEqual([media]);
  });

  it('says so when a picture is none', () => {
    const media = { id: 'b'.repeat(64), mediaType: 'image/png', bytes: 3, data: 'AAAA' };
    expect(importDocument({ body: doc(paragraph('甲')), media: [media] }).losses).toHaveLength(1);
    const image = { type: 'image', attrs: { media: media.id, alt: '码' } };
    expect(importDocument({ body: doc(image, paragraph('甲')), media: [media] })).toStrictEqual({
      blocks: [paragraph('甲')],
      media: [],
      losses: [{ kind: 'picture', where: '第1张图片', count: 1 }],
      titles: [],
    });
  });

  it('has its tables straightened and its line feeds taken for blanks', () => {
    const cell = (text: string, attrs?: object) => ({
      type: 'tableCell',
      ...(attrs === undefined ? {} : { attrs }),
      content: [{ type: 'text', text }],
    });
    const row = (...content: readonly unknown[]) => ({ type: 'tableRow', content });
    expect(
      importDocument(
        doc({
          type: 'table',
          attrs: { caption: '表\n一' },
          content: [row(cell('甲', { colspan: 9 })), row(cell('乙'), cell('丙'))],
        }),
      ).blocks,
    ).toEqual([
      {
        type: 'table',
        attrs: { caption: '表 一' },
        content: [row(cell('甲', { colspan: 2 })), row(cell('乙'), cell('丙'))],
      },
    ]);
  });
});
