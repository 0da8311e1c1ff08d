import {
  answerOf,
  contactFacts,
  inlineText,
  tablePlaces,
  type BlockOf,
  type BlockTable,
  type Fact,
  pictureWords,
} from '@towncrier/content';
import type { Block, Inline, List } from '@towncrier/contracts';
import { columnWeights, type DrawnCell } from '@towncrier/media';

interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** What stands below each other in the picture of a notice, as plain JSON. `indent` in steps of a list. */
export type PictureBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | {
      readonly kind: 'text';
      readonly align: 'left' | 'center' | 'right';
      readonly indent: number;
      /** Of an item of a list; empty for running text. */
      readonly marker: string;
      readonly runs: readonly Run[];
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly caption: string | null;
      /** How the width is shared out, in full-width letters. */
      readonly weights: readonly number[];
      readonly cells: readonly DrawnCell[];
    }
  | { readonly kind: 'divider' };

export const pictureBlocks = (blocks: readonly Block[], indent = 0): readonly PictureBlock[] =>
  blocks.flatMap((block) => answerOf(drawn, block, indent));

/** An edition of this channel has no pictures: where one stands is said in words. */
const drawn = {
  paragraph: ({ attrs, content }, indent) => [
    { kind: 'text', align: attrs?.align ?? 'left', indent, marker: '', runs: runs(content) },
  ],
  heading: ({ attrs, content }) => [{ kind: 'heading', level: attrs.level, runs: runs(content) }],
  bulletList: (list, indent) => items(list, indent, () => '·'),
  orderedList: (list, indent) => items(list, indent, (n) => `${(list.attrs?.start ?? 1) + n}.`),
  quote: ({ content }, indent) => pictureBlocks(content, indent + 1),
  table: (table) => [tableOf(table)],
  image: ({ attrs }, indent) => said(`［图片：${pictureWords(attrs, attrs.alt)}，见全文］`, indent),
  attachment: ({ attrs }, indent) => said(`附件：${attrs.name}`, indent),
  keyFacts: ({ attrs }) => [{ kind: 'facts', facts: attrs.facts }],
  contact: (block) => [{ kind: 'facts', facts: contactFacts(block) }],
  divider: () => [{ kind: 'divider' }],
} as const satisfies BlockTable<number, readonly PictureBlock[]>;

function items({ content }: List, indent: number, marker: (n: number) => string): readonly PictureBlock[] {
  return content.flatMap((item, n) =>
    pictureBlocks(item.content, indent + 1).map((block, i) =>
      i === 0 && block.kind === 'text' ? { ...block, marker: marker(n) } : block,
    ),
  );
}

const said = (text: string, indent: number): readonly PictureBlock[] => [
  { kind: 'text', align: 'left', indent, marker: indent === 0 ? '' : ' ', runs: [{ text, bold: false }] },
];

function tableOf(table: BlockOf<'table'>): PictureBlock {
  const { columns, cells } = tablePlaces(table);
  const placed = cells.map(({ cell, ...place }) => ({
    ...place,
    header: cell.type === 'tableHeader',
    words: inlineText(cell.content),
  }));
  const weights = columnWeights(columns, placed);
  return { kind: 'table', caption: table.attrs?.caption ?? null, weights, cells: placed };
}

const runs = (content: readonly Inline[]): readonly Run[] =>
  content.map((node) =>
    node.type === 'hardBreak'
      ? { text: '\n', bold: false }
      : { text: node.text, bold: node.marks?.some(({ type }) => type === 'bold') ?? false },
  );
