import type { EditionContent } from '../api/hub.types.ts';

export type Block = EditionContent['body']['content'][number];

/** A block, or what stands in one. */
export interface Held {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Held[];
}

/** The words of a block as it is drawn, one after the other; a break is one character. */
export const wordsOf = (block: Block): string => wordsHeld(block as Held);

export const wordsHeld = ({ type, text, content }: Held): string =>
  text ?? (type === 'hardBreak' ? '\n' : (content ?? []).map(wordsHeld).join(''));
