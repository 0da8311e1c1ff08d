import { blockRuns, ownField, type Run } from '@towncrier/content';
import type { Block, EditionContent } from '@towncrier/contracts';
import type { Finding, Place } from '../../http/problem.ts';

/**
 * A run of text in an edition. `field` is `title`, `body.<n>` counting blocks from 1, or that of own words of a
 * channel; `dense` for tables and lists, where names stand beside numbers.
 */
export interface TextLine {
  readonly field: string;
  readonly text: string;
  readonly dense: boolean;
  /** Where `length` of its characters from `at` on stand. */
  place(at: number, length: number): Place;
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
    {
      field: 'title',
      text: content.title,
      dense: false,
      place: (at, length) => ({ block: null, spot: { path: [], from: at, to: at + length } }),
    },
    ...content.body.content.map((block, n) => lineOf(block, n)),
    ...(content.ownWords ?? []).map((own) => ({
      field: ownField(own),
      text: own.words,
      dense: false,
      place: (at: number, length: number) => ({ block: null, spot: { path: [], from: at, to: at + length } }),
    })),
  ];
}

function lineOf(block: Block, n: number): TextLine {
  const lines = blockRuns(block).map((runs, i) =>
    i === 0 ? runs : [{ text: '\n', path: null, at: 0 }, ...runs],
  );
  const runs = lines.flat();
  return {
    field: `body.${n + 1}`,
    text: runs.map(({ text }) => text).join(''),
    dense: dense(block),
    place: (at, length) => ({ block: n, ...spotIn(runs, at, length) }),
  };
}

/** What holds a hit; nothing when it begins in words that stand nowhere, or ends in another run. */
function spotIn(runs: readonly Run[], at: number, length: number): Omit<Place, 'block'> {
  let begin = 0;
  for (const { text, path, at: offset } of runs) {
    if (at < begin + text.length) {
      const from = offset + at - begin;
      return path === null || at + length > begin + text.length
        ? {}
        : { spot: { path: [...path], from, to: from + length } };
    }
    begin += text.length;
  }
  return {};
}

/** Where a hit is, for a person and for an editor. */
export function hitAt(
  line: TextLine,
  at: number,
  length: number,
): Pick<Finding, 'field' | 'excerpt' | 'place'> {
  return { field: line.field, excerpt: excerptOf(line.text, at, length), place: line.place(at, length) };
}

/** A few characters around a hit, so that a person finds it. */
function excerptOf(text: string, at: number, length: number): string {
  const [from, to] = [Math.max(0, at - 8), Math.min(text.length, at + length + 8)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll('\n', ' ')}${to < text.length ? '…' : ''}`;
}

/** Every match of a pattern as a finding. */
export function matches(
  line: TextLine,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Omit<Finding, 'field' | 'excerpt' | 'place'> | null,
): readonly Finding[] {
  return [...line.text.matchAll(pattern)].flatMap((match) => {
    const said = say(match as RegExpExecArray);
    return said === null ? [] : [{ ...said, ...hitAt(line, match.index, match[0].length) }];
  });
}
