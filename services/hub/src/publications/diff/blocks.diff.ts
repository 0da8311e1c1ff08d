import { blockLines, canonicalJson, picturesIn } from '@towncrier/content';
import type { Block, EditionContent } from '@towncrier/contracts';
import { diffArrays } from 'diff';
import { diffWords, type Piece } from './words.diff.ts';

/**
 * A block that is not the same in both texts. `block` counts in the newer text, 1 for the first; 0 is the
 * title.
 */
export interface BlockChange {
  readonly block: number;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly words: readonly Piece[];
}

/** What changed between two contents, block by block and word by word. */
export function diffContents(before: EditionContent, after: EditionContent): readonly BlockChange[] {
  const title: BlockChange[] =
    before.title === after.title
      ? []
      : [{ block: 0, kind: 'changed', words: diffWords(before.title, after.title) }];
  return [...title, ...diffBlocks(before.body.content, after.body.content)];
}

/** All of a text, held against nothing. */
export const wholeText = ({ title, body }: EditionContent): readonly BlockChange[] =>
  [title, ...body.content.map(wordsOf)].map((text, block) => ({
    block,
    kind: 'added',
    words: [{ kind: 'added', text }],
  }));

export const wordsOf = (block: Block): string => [...blockLines(block), ...cutInWords(block)].join('\n');

/** How a picture is cut is no word of the text, and yet something that a reviewer has to see. */
const cutInWords = (block: Block): readonly string[] =>
  picturesIn([block]).flatMap(({ attrs: { focus } }) =>
    focus === undefined
      ? []
      : [`［可裁剪作封面，焦点：自左 ${Math.round(focus.x * 100)}%、自上 ${Math.round(focus.y * 100)}%］`],
  );

function diffBlocks(before: readonly Block[], after: readonly Block[]): readonly BlockChange[] {
  const changes: BlockChange[] = [];
  let [old, fresh] = [0, 0];
  const parts = diffArrays(before.map(canonicalJson), after.map(canonicalJson));
  parts.forEach((part, n) => {
    const { length } = part.value;
    if (part.removed) {
      const following = parts[n + 1];
      const pairs = following?.added === true ? Math.min(length, following.value.length) : 0;
      for (let i = pairs; i < length; i += 1)
        changes.push({
          block: fresh + pairs,
          kind: 'removed',
          words: [{ kind: 'removed', text: wordsOf(before[old + i] as Block) }],
        });
      old += length;
    } else if (part.added) {
      const preceding = parts[n - 1];
      const removed = preceding?.removed === true ? preceding.value.length : 0;
      for (let i = 0; i < length; i += 1) {
        const block = after[fresh + i] as Block;
        const was = i < removed ? (before[old - removed + i] as Block) : null;
        changes.push(
          was === null
            ? { block: fresh + i + 1, kind: 'added', words: [{ kind: 'added', text: wordsOf(block) }] }
            : { block: fresh + i + 1, kind: 'changed', words: diffWords(wordsOf(was), wordsOf(block)) },
        );
      }
      fresh += length;
    } else {
      old += length;
      fresh += length;
    }
  });
  return changes.sort((a, b) => a.block - b.block);
}
