import type { Block, Inline } from '@towncrier/contracts';
import { contactFacts, inlineText, unreachable } from '../reading/plain.ts';
import type { Fact } from '../reading/facts.ts';

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

export const sheetBlocks = (blocks: readonly Block[]): readonly SheetBlock[] => blocks.map(sheetBlock);

function sheetBlock(block: Block): SheetBlock {
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', align: block.attrs?.align ?? 'left', runs: runs(block.content) };
    case 'heading':
      return { kind: 'heading', level: block.attrs.level, runs: runs(block.content) };
    case 'bulletList':
    case 'orderedList':
      return {
        kind: 'list',
        ordered: block.type === 'orderedList',
        start: block.attrs?.start ?? 1,
        items: block.content.map((item) => sheetBlocks(item.content)),
      };
    case 'quote':
      return { kind: 'quote', blocks: sheetBlocks(block.content) };
    case 'table':
      return {
        kind: 'table',
        caption: block.attrs?.caption ?? null,
        columns: (block.content[0]?.content ?? []).reduce(
          (total, cell) => total + (cell.attrs?.colspan ?? 1),
          0,
        ),
        rows: block.content.map((row) =>
          row.content.map((cell) => ({
            header: cell.type === 'tableHeader',
            colspan: cell.attrs?.colspan ?? 1,
            rowspan: cell.attrs?.rowspan ?? 1,
            runs: runs(cell.content),
          })),
        ),
      };
    case 'image':
      return {
        kind: 'image',
        media: block.attrs.media,
        alt: block.attrs.alt,
        caption: block.attrs.caption ?? null,
      };
    case 'attachment':
      return { kind: 'attachment', name: block.attrs.name, href: block.attrs.href };
    case 'keyFacts':
      return { kind: 'facts', facts: block.attrs.facts };
    case 'contact':
      return { kind: 'facts', facts: contactFacts(block) };
    case 'divider':
      return { kind: 'divider' };
    default:
      return unreachable(block);
  }
}

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
