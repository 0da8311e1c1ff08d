import type { Block, Inline } from '@towncrier/contracts';
import { LossList } from './losses/loss.list.ts';
import type { Loss } from './losses/loss.ts';
import type { SourceFormat } from './source.ts';

/**
 * What single characters of a text tell: radicals that were put right, characters of private use, which look
 * right on the machine they were typed on and nowhere else, and marks of Markdown that were not understood.
 */
export function characterLosses(
  radicals: readonly string[],
  blocks: readonly Block[],
  format: SourceFormat,
): readonly Loss[] {
  const losses = new LossList();
  if (radicals.length > 0)
    losses.add('compatibility-character', '', [...new Set(radicals)].join(''), radicals.length);
  blocks.forEach((block, i) => {
    const words = [...textsIn(block)].join('');
    const own = words.match(/\p{Co}/gu) ?? [];
    if (own.length > 0) losses.add('private-character', `第${i + 1}段`, '', own.length);
    const marks = format === 'markdown' ? (words.match(/\*\*|__|~~/g) ?? []) : [];
    if (marks.length > 0) losses.add('left-markup', `第${i + 1}段`, words, marks.length);
  });
  return losses.all;
}

/** All runs of text of a block, however deep. */
function* textsIn(node: Block | Inline | { readonly content?: readonly unknown[] }): Generator<string> {
  if ('text' in node && typeof node.text === 'string') yield node.text;
  if (!('content' in node) || !Array.isArray(node.content)) return;
  for (const child of node.content) yield* textsIn(child as Block);
}
