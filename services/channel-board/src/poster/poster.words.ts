import type { Fact } from '@towncrier/content';
import type { Run, SheetBlock } from '../render/board.blocks.ts';
import { joinPieces, piecesOf } from './cut.ts';
import type { PosterLayout, PosterSheet } from './poster.ts';

/** All that is printed on a sheet as it was set: what it had no room for is not there. */
export function wordsOnPoster(sheet: PosterSheet, { pieces }: PosterLayout): string {
  const blocks = pieces === null ? sheet.blocks : joinPieces(piecesOf(sheet.blocks).slice(0, pieces));
  return [
    sheet.title,
    ...sheet.header.map(factWords),
    sheet.correction ?? '',
    ...blocks.map(blockWords),
    ...sheet.publicNotice.map(factWords),
    sheet.footer.issuer,
    sheet.footer.date ?? '',
    sheet.page,
  ].join('\n');
}

function blockWords(block: SheetBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return runWords(block.runs);
    case 'list':
      return block.items.flatMap((item) => item.map(blockWords)).join('\n');
    case 'quote':
      return block.blocks.map(blockWords).join('\n');
    case 'table':
      return [
        block.caption ?? '',
        ...block.rows.flatMap((row) => row.map(({ runs }) => runWords(runs))),
      ].join('\n');
    case 'image':
      return block.caption ?? '';
    case 'attachment':
      return `${block.name} ${block.href}`;
    case 'facts':
      return block.facts.map(factWords).join('\n');
    case 'divider':
      return '';
  }
}

const runWords = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
const factWords = ({ label, value }: Fact): string => `${label}：${value}`;
