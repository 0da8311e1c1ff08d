import { diffArrays } from 'diff';
import { segmenter } from '../words/segmenter.ts';

/** A run of words that both texts have, or only one of them. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** What has to be done to `before` to make `after`, in whole words. */
export function diffWords(before: string, after: string): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffArrays(segmenter().cut(before), segmenter().cut(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
