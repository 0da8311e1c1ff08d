import type { SheetBlock } from '../render/board.blocks.ts';

type Level = Extract<SheetBlock, { kind: 'heading' }>['level'];

/**
 * The same blocks with headings that skip no level under the title (level 1): a reader of the PDF who goes from
 * heading to heading expects none to be missing (PDF/UA-1, 7.4.2). A heading is as deep under the ones above it
 * as before, and equal ones stay equal.
 */
export function withOrderedHeadings(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  return ordered(blocks, []);
}

/** `open`: the levels, as written, of the headings above the next block; the deepest last. */
function ordered(blocks: readonly SheetBlock[], open: Level[]): readonly SheetBlock[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading': {
        while ((open.at(-1) ?? 1) >= block.level) open.pop();
        open.push(block.level);
        return { ...block, level: (open.length + 1) as Level };
      }
      case 'list':
        return { ...block, items: block.items.map((item) => ordered(item, open)) };
      case 'quote':
        return { ...block, blocks: ordered(block.blocks, open) };
      default:
        return block;
    }
  });
}
