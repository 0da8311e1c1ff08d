import type { Block, Inline } from '@towncrier/contracts';
import { answerOf, type BlockTable } from '../block.table.ts';

/** The runs of words in a document that no channel with room for all of it may lose. */
export const spokenWords = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => answerOf(spoken, block, null));

const runs = (content: readonly Inline[]): readonly string[] =>
  content.flatMap((node) => (node.type === 'text' ? [node.text] : []));

const spoken = {
  paragraph: ({ content }) => runs(content),
  heading: ({ content }) => runs(content),
  bulletList: ({ content }) => content.flatMap((item) => spokenWords(item.content)),
  orderedList: ({ content }) => content.flatMap((item) => spokenWords(item.content)),
  quote: ({ content }) => spokenWords(content),
  table: ({ content }) => content.flatMap((row) => row.content.flatMap((cell) => runs(cell.content))),
  keyFacts: ({ attrs }) => attrs.facts.flatMap(({ label, value }) => [label, value]),
  attachment: ({ attrs }) => [attrs.name],
  contact: ({ attrs }) => [attrs.name],
  image: () => [],
  divider: () => [],
} as const satisfies BlockTable<null, readonly string[]>;
