import type { Block, Inline } from '@towncrier/contracts';
import { answerOf, type BlockTable } from '../block.table.ts';
import { contactFacts } from './contact.facts.ts';
import type { Fact } from './fact.ts';
import { inlineText } from './inline.text.ts';
import { pictureWords } from './pictures.ts';

/**
 * Words that stand in a line. `path` leads from the block to what holds them: indices of `content`, one a level;
 * null for words that stand nowhere as such (the number of a list item, the label of a fact). `at` is where they
 * begin there, in UTF-16 units, a hard break counting one.
 */
export interface Run {
  readonly text: string;
  readonly path: readonly number[] | null;
  readonly at: number;
}
export type RunLine = readonly Run[];

/** The words of a block, one line each, in reading order, and where they stand. */
export const blockRuns = (block: Block): readonly RunLine[] => answerOf(lines, block, null);

const factLine = ({ label, value }: Fact): string => `${label}：${value}`;
/** Words that the model has not as a run of text. */
const made = (text: string): Run => ({ text, path: null, at: 0 });

/** A text block of its own; each hard break ends a line. */
function paragraphLines({ content }: { readonly content: readonly Inline[] }): readonly RunLine[] {
  let at = 0;
  return inlineText(content)
    .split('\n')
    .map((text) => {
      const run = { text, path: [], at };
      at += text.length + 1;
      return [run];
    });
}

const lines = {
  paragraph: paragraphLines,
  heading: paragraphLines,
  bulletList: ({ content }) => content.flatMap((item, i) => marked('· ', nested(item.content, [i]))),
  orderedList: ({ attrs, content }) =>
    content.flatMap((item, i) => marked(`${(attrs?.start ?? 1) + i}. `, nested(item.content, [i]))),
  quote: ({ content }) => nested(content, []),
  table: ({ attrs, content }) => [
    ...(attrs?.caption === undefined ? [] : [[made(attrs.caption)]]),
    ...content.map((row, r) =>
      row.content.flatMap((cell, c) => [
        ...(c === 0 ? [] : [made('\t')]),
        { text: inlineText(cell.content, ' '), path: [r, c], at: 0 },
      ]),
    ),
  ],
  image: ({ attrs }) =>
    [pictureWords(attrs, attrs.alt)]
      .filter((words) => words !== '')
      .map((words) => [made(`［图片：${words}］`)]),
  attachment: ({ attrs }) => [[made(`附件：${attrs.name}（${attrs.href}）`)]],
  keyFacts: ({ attrs }) => attrs.facts.map((fact) => [made(factLine(fact))]),
  contact: (block) => [[made(contactFacts(block).map(factLine).join('，'))]],
  divider: () => [[made('————')]],
} as const satisfies BlockTable<null, readonly RunLine[]>;

/** The lines of blocks that stand in another one, under the path to it. */
const nested = (blocks: readonly Block[], above: readonly number[]): readonly RunLine[] =>
  blocks.flatMap((block, i) =>
    blockRuns(block).map((line) =>
      line.map((run) => (run.path === null ? run : { ...run, path: [...above, i, ...run.path] })),
    ),
  );

const marked = (marker: string, all: readonly RunLine[]): readonly RunLine[] =>
  all.map((line, i) => (i === 0 ? [made(marker), ...line] : line));
