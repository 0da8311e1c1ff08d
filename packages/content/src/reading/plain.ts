import type { Block, Document } from '@towncrier/contracts';
import { blockRuns } from './block.runs.ts';

/** The words of a block, one line each, in reading order. */
export const blockLines = (block: Block): readonly string[] =>
  blockRuns(block).map((line) => line.map(({ text }) => text).join(''));

/** A document as plain text, one block or row to a line. */
export const renderPlain = (document: Document): string => document.content.flatMap(blockLines).join('\n');
