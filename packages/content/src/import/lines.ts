import type { Block } from '@towncrier/contracts';
import { inlineText } from '../reading/inline.text.ts';

/** The words of a plain paragraph; undefined for anything else. */
export function lineOf(block: Block | undefined): string | undefined {
  return block?.type === 'paragraph' ? inlineText(block.content, ' ').trim() : undefined;
}

/** The words of a heading; undefined for anything else. */
export function headingOf(block: Block | undefined): string | undefined {
  return block?.type === 'heading' ? inlineText(block.content, ' ').trim() : undefined;
}
