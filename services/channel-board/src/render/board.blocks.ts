import {
  answerOf,
  contactFacts,
  inlineText,
  pictureWords,
  type BlockTable,
  type Fact,
} from '@towncrier/content';
import type { Block, Cell, Inline, List } from '@towncrier/contracts';

/** A piece of text on paper. A line feed is a forced line break. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly underline: boolean;
}
export interface SheetCell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly runs: readonly Run[];
}

/** What a typesetter needs to know, as plain JSON. */
export type SheetBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly align: 'left' | 'center' | 'right'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly SheetBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly SheetBlock[] }
  | {
      readonly kind: 'table';
      readonly caption: string | null;
      readonly columns: number;
      readonly rows: readonly (readonly SheetCell[])[];
    }
  | { readonly kind: 'image'; readonly media: string; readonly alt: string; readonly caption: string | null }
  | { readonly kind: 'attachment'; readonly name: string; readonly href: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'divider' };

export const sheetBlocks = (blocks: readonly Block[]): readonly SheetBlock[] =>
  blocks.map((block) => answerOf(set, block, null));

const set = {
  paragraph: ({ attrs, content }) => ({
    kind: 'paragraph',
    align: attrs?.align ?? 'left',
    runs: runs(content),
  }),
  heading: ({ attrs, content }) => ({ kind: 'heading', level: attrs.level, runs: runs(content) }),
  bulletList: (block) => list(block, false),
  orderedList: (block) => list(block, true),
  quote: ({ content }) => ({ kind: 'quote', blocks: sheetBlocks(content) }),
  table: ({ attrs, content }) => ({
    kind: 'table',
    caption: attrs?.caption ?? null,
    columns: columnsOf(content[0]?.content ?? []),
    rows: content.map((row) => row.content.map(cell)),
  }),
  image: ({ attrs }) => ({
    kind: 'image',
    media: attrs.media,
    alt: attrs.alt,
    caption: pictureWords(attrs) || null,
  }),
  attachment: ({ attrs: { name, href } }) => ({ kind: 'attachment', name, href }),
  keyFacts: ({ attrs }) => ({ kind: 'facts', facts: attrs.facts }),
  contact: (block) => ({ kind: 'facts', facts: contactFacts(block) }),
  divider: () => ({ kind: 'divider' }),
} as const satisfies BlockTable<null, SheetBlock>;

function list({ attrs, content }: List, ordered: boolean): SheetBlock {
  const items = content.map((item) => sheetBlocks(item.content));
  return { kind: 'list', ordered, start: attrs?.start ?? 1, items };
}

const cell = ({ type, attrs, content }: Cell): SheetCell => ({
  header: type === 'tableHeader',
  colspan: attrs?.colspan ?? 1,
  rowspan: attrs?.rowspan ?? 1,
  runs: runs(content),
});

const columnsOf = (cells: readonly Cell[]): number =>
  cells.reduce((total, { attrs }) => total + (attrs?.colspan ?? 1), 0);

/** Paper has no links: the address is printed where it is not the text already. */
function runs(content: readonly Inline[]): readonly Run[] {
  return content.map((node) => {
    if (node.type === 'hardBreak') return { text: '\n', bold: false, underline: false };
    const has = (type: 'bold' | 'underline'): boolean =>
      node.marks?.some((mark) => mark.type === type) ?? false;
    return {
      text: node.text + printedAddress(node, content),
      bold: has('bold'),
      underline: has('underline'),
    };
  });
}

function printedAddress(node: Extract<Inline, { type: 'text' }>, content: readonly Inline[]): string {
  const link = node.marks?.find((mark) => mark.type === 'link');
  if (link?.type !== 'link') return '';
  const address = link.attrs.href.replace(/^(?:mailto|tel):/, '');
  return inlineText(content).includes(address) ? '' : `（${address}）`;
}
