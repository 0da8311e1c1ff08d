import type { Block } from '@towncrier/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitrary.ts';
import { blockRuns } from './block.runs.ts';

/** What stands in a document at a path from a block, as text. */
function standingAt(block: Block, path: readonly number[]): string {
  let at: { readonly content?: readonly object[] } = block as { readonly content?: readonly object[] };
  for (const i of path) at = (at.content ?? [])[i] as typeof at;
  return ((at.content ?? []) as readonly { readonly type: string; readonly text?: string }[])
    .map(({ type, text }) => (type === 'text' ? text : '\n'))
    .join('');
}

it('every run of words stands where it says, whatever the block', () => {
  fc.assert(
    fc.property(anyEdition, ({ content: { body } }) => {
      for (const block of body.content)
        for (const { text, path, at } of blockRuns(block).flat())
          if (path !== null)
            expect(
              standingAt(block, path)
                .slice(at, at + text.length)
                .replaceAll('\n', ' '),
            ).toBe(text);
    }),
    { numRuns: 200 },
  );
});

it('words in the depth of a list, a table and behind a break have their place', () => {
  const text = (words: string) => ({ type: 'text' as const, text: words });
  const list: Block = {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [
      { type: 'listItem', content: [{ type: 'paragraph', content: [text('停水')] }] },
      {
        type: 'listItem',
        content: [
          { type: 'paragraph', content: [text('范围'), { type: 'hardBreak' }, text('灵泉东路')] },
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('一号院')] }] }],
          },
        ],
      },
    ],
  };
  const placed = blockRuns(list)
    .flat()
    .filter(({ path }) => path !== null);
  expect(placed).toEqual([
    { text: '停水', path: [0, 0], at: 0 },
    { text: '范围', path: [1, 0], at: 0 },
    { text: '灵泉东路', path: [1, 0], at: 3 },
    { text: '一号院', path: [1, 1, 0, 0], at: 0 },
  ]);
});
