import type { Run, SheetBlock } from '../render/board.blocks.ts';

const longParagraph = 300;

/**
 * The sheet's text in the smallest pieces it may be cut between: blocks, the items of a list, the rows of a
 * table, and the sentences of a paragraph
 * that would leave a large gap. `joinPieces` of all of them is the text again.
 */
export interface Piece {
  readonly from: number;
  readonly block: SheetBlock;
}

export function piecesOf(blocks: readonly SheetBlock[]): readonly Piece[] {
  return blocks.flatMap((block, from) => split(block).map((piece) => ({ from, block: piece })));
}

/** Puts pieces of the same block together again; a heading with nothing under it is left out. */
export function joinPieces(pieces: readonly Piece[]): readonly SheetBlock[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.from === piece.from)
      joined[joined.length - 1] = { from: piece.from, block: merge(last.block, piece.block) };
    else joined.push(piece);
  }
  const blocks = joined.map((piece) => piece.block);
  while (blocks.at(-1)?.kind === 'heading' || blocks.at(-1)?.kind === 'divider') blocks.pop();
  return blocks;
}

function split(block: SheetBlock): readonly SheetBlock[] {
  switch (block.kind) {
    case 'list':
      return block.items.map((item, i) => ({ ...block, start: block.start + i, items: [item] }));
    case 'table':
      return block.rows.map((row) => ({ ...block, rows: [row] }));
    case 'facts':
      return block.facts.map((fact) => ({ ...block, facts: [fact] }));
    case 'paragraph':
      return sentences(block.runs).map((runs) => ({ ...block, runs }));
    default:
      return [block];
  }
}

function merge(a: SheetBlock, b: SheetBlock): SheetBlock {
  if (a.kind === 'list' && b.kind === 'list') return { ...a, items: [...a.items, ...b.items] };
  if (a.kind === 'table' && b.kind === 'table') return { ...a, rows: [...a.rows, ...b.rows] };
  if (a.kind === 'facts' && b.kind === 'facts') return { ...a, facts: [...a.facts, ...b.facts] };
  if (a.kind === 'paragraph' && b.kind === 'paragraph') return { ...a, runs: [...a.runs, ...b.runs] };
  throw new Error(`a ${a.kind} and a ${b.kind} are no pieces of one block`);
}

/**
 * A run may hold several sentences and a sentence several runs: a piece ends with the run in which a sentence
 * ends.
 */
function sentences(runs: readonly Run[]): readonly (readonly Run[])[] {
  if (runs.reduce((total, run) => total + run.text.length, 0) <= longParagraph) return [runs];
  const pieces: Run[][] = [[]];
  for (const run of runs) {
    for (const text of run.text.split(/(?<=[。；！？\n])/u)) {
      pieces.at(-1)?.push({ ...run, text });
      if (/[。；！？\n]$/u.test(text)) pieces.push([]);
    }
  }
  return pieces.filter((piece) => piece.length > 0);
}
