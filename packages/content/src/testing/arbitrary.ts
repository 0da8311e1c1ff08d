import type { Block, IllustratedEdition, Inline } from '@towncrier/contracts';
import fc from 'fast-check';
import { editionOf } from './samples.ts';

/**
 * Any edition an editor could hand in: real words, numbers with units, addresses, rare characters, and text
 * that looks like markup.
 */

const piece = fc.constantFrom(
  '关于',
  '开远市',
  '人民政府',
  '停水',
  '检修',
  '的',
  '通知',
  '公示',
  '，',
  '。',
  '、',
  '；',
  '：',
  '《',
  '》',
  '“',
  '”',
  '（',
  '）',
  '2026年11月25日',
  '8时',
  '3,200户',
  '0873-7123456',
  'DN300',
  ' ',
  'Notice',
  'O’Neill',
  '#话题#',
  '<script>alert(1)</script>',
  '&lt;',
  '"onclick="x',
  '𠮷',
  '㙍',
  '👨‍👩‍👧',
  'https://www.example.gov.cn/a?b=1&c=2',
  '100%',
  '50m²',
  '【',
  '】',
  'ａｂ',
  'é',
);
export const phrase = (max: number): fc.Arbitrary<string> =>
  fc
    .array(piece, { minLength: 1, maxLength: max })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
const short = (units: number): fc.Arbitrary<string> =>
  phrase(8).map((text) => text.slice(0, units).toWellFormed().replaceAll('\uFFFD', '') || '事');

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: phrase(12).map((text): Inline => ({ type: 'text', text })) },
  {
    weight: 1,
    arbitrary: phrase(3).map((text): Inline => ({
      type: 'text',
      text,
      marks: [{ type: 'bold' }, { type: 'underline' }],
    })),
  },
  {
    weight: 1,
    arbitrary: phrase(3).map((text): Inline => ({
      type: 'text',
      text,
      marks: [{ type: 'link', attrs: { href: 'https://www.example.gov.cn/x?a="1"&b=2' } }],
    })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
);
const inlines = (max: number): fc.Arbitrary<Inline[]> => fc.array(inline, { maxLength: max });
const paragraph = inlines(4).map((content): Block => ({ type: 'paragraph', content }));
const cell = fc.record({
  type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
  content: inlines(2),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(2, 3, 4, 5),
        inline,
        fc.option(fc.constantFrom('a', 'a', '1x', '"><b', 's1'), { nil: undefined }),
      )
      .map(([level, text, id]): Block => ({
        type: 'heading',
        attrs: { level: level as 2, ...(id === undefined ? {} : { id }) },
        content: [text],
      })),
  },
  {
    weight: 1,
    arbitrary: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((content): Block => ({
      type: 'orderedList',
      content: content.map((one) => ({ type: 'listItem', content: [one] })),
    })),
  },
  { weight: 1, arbitrary: paragraph.map((content): Block => ({ type: 'quote', content: [content] })) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows): Block => ({
        type: 'table',
        content: rows.map((content) => ({ type: 'tableRow', content })),
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.record({ label: short(20), value: phrase(4) }), { minLength: 1, maxLength: 3 })
      .map((facts): Block => ({ type: 'keyFacts', attrs: { facts } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ name: short(40), phone: fc.constantFrom('0873-7123456', '12345') })
      .map((attrs): Block => ({ type: 'contact', attrs })),
  },
  {
    weight: 1,
    arbitrary: short(40).map((name): Block => ({
      type: 'attachment',
      attrs: { name, href: 'https://www.example.gov.cn/f.pdf', bytes: 1234 },
    })),
  },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'divider' }) },
);

export const anyEdition: fc.Arbitrary<IllustratedEdition> = fc
  .record({
    title: phrase(14),
    summary: fc.option(phrase(60), { nil: undefined }),
    blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
    corrects: fc.option(
      phrase(6).map((reason) => ({ edition: 1, reason })),
      { nil: undefined },
    ),
    period: fc.boolean(),
  })
  .map(({ title, summary, blocks, corrects, period }) =>
    editionOf(
      {
        title,
        body: { type: 'doc', content: blocks },
        ...(summary === undefined ? {} : { summary }),
        ...(period ? { publicNotice: { from: '2026-12-28', to: '2027-01-05', objections: '来电反映' } } : {}),
      },
      corrects === undefined ? {} : { edition: 2, corrects },
    ),
  );
