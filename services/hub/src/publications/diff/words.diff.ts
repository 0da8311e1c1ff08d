import { diffArrays } from 'diff';
import { z } from 'zod';
import { segmenter } from '../words/segmenter.ts';

/** A run of words that both texts have, or only one of them. */
export const piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Piece = Readonly<z.infer<typeof piece>>;

/** What has to be done to `before` to make `after`, in whole words. */
export function diffWords(before: string, after: string): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffArrays(segmenter().cut(before), segmenter().cut(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
