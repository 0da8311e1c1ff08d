import type { Block } from '@towncrier/contracts';
import { headingOf, lineOf } from './lines.ts';
import { isChapter, joinTitle, sameWords } from './title.ts';

/** The title, and which blocks of the body say it and are taken out. */
export interface Titled {
  readonly title: string | null;
  readonly body: readonly Block[];
}

/** A title stands among the first blocks: behind at most so many lines that are none. */
const within = 5;

/**
 * What the editor says, else what the document shows. A heading of the first level is the title when it is
 * alone or first, and never when it heads a chapter; else the lines at the top are looked at. What is not the
 * title stays in the body.
 */
export function findTitle(
  blocks: readonly Block[],
  topHeadings: readonly string[],
  given: string | undefined,
): Titled {
  const lines = blocks.slice(0, 8).map(lineOf);
  const first = joinTitle(lines);
  if (given !== undefined) return { title: given, body: withoutTitle(blocks, given) };
  const heading = titleHeading(blocks, topHeadings);
  if (heading !== null && first?.complete !== true)
    return { title: heading, body: withoutTitle(blocks, heading) };
  return first === null
    ? { title: null, body: blocks }
    : { title: first.text, body: blocks.slice(first.lines) };
}

function titleHeading(blocks: readonly Block[], topHeadings: readonly string[]): string | null {
  const [only] = topHeadings;
  if (only !== undefined && topHeadings.length === 1 && !isChapter(only)) return only;
  const top = headingOf(blocks[0]);
  return top === undefined || isChapter(top) || sectionsLike(top, blocks) ? null : top;
}

/** The first of several sections is no title: another heading of its rank follows and none of its own below. */
const sectionsLike = (top: string, blocks: readonly Block[]): boolean =>
  blocks[0]?.type === 'heading' &&
  blocks[0].attrs.level > 2 &&
  blocks.filter((block) => headingOf(block) !== undefined).length > 1 &&
  !/(?:通知|公告|通告|公示|方案|办法)$/u.test(top);

function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const first = joinTitle(blocks.slice(0, 8).map(lineOf));
  if (sameWords(first?.text, title)) return blocks.slice(first?.lines ?? 0);
  const at = blocks
    .slice(0, within)
    .findIndex((block) => sameWords(headingOf(block) ?? lineOf(block), title));
  return at === -1 ? blocks : blocks.toSpliced(at, 1);
}
