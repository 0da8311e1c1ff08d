import { blockLines } from '@towncrier/content';
import type { Block, EditionContent } from '@towncrier/contracts';
import type { Finding } from '../../http/problem.ts';

/**
 * A run of text in an edition. `field` is `title`, or `body.<n>` counting blocks from 1; `dense` for tables
 * and lists, where names stand beside numbers.
 */
export interface TextLine {
  readonly field: string;
  readonly text: string;
  readonly dense: boolean;
}

/** What is looked at besides the text. */
export interface Context {
  readonly content: EditionContent;
}

/** One rule: what it finds in one line. */
export type LineRule = (line: TextLine, context: Context) => readonly Finding[];

const dense = (block: Block): boolean =>
  block.type === 'table' || block.type === 'bulletList' || block.type === 'orderedList';

export function linesOf(content: EditionContent): readonly TextLine[] {
  return [
    { field: 'title', text: content.title, dense: false },
    ...content.body.content.map((block, n) => ({
      field: `body.${n + 1}`,
      text: blockLines(block).join('\n'),
      dense: dense(block),
    })),
  ];
}

/** A few characters around a hit, so that a person finds it. */
export function excerptOf(text: string, at: number, length: number): string {
  const [from, to] = [Math.max(0, at - 8), Math.min(text.length, at + length + 8)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', ' ')}${to < text.length ? '…' : ''}`;
}

/** Every match of a pattern as a finding. */
export function matches(
  line: TextLine,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Omit<Finding, 'field' | 'excerpt'> | null,
): readonly Finding[] {
  return [...line.text.matchAll(pattern)].flatMap((match) => {
    const said = say(match as RegExpExecArray);
    return said === null
      ? []
      : [{ ...said, field: line.field, excerpt: excerptOf(line.text, match.index, match[0].length) }];
  });
}
