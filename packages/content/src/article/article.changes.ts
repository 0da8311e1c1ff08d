import { diffArrays } from 'diff';
import { segmentWords } from '../words/segment.ts';
import { articleSentences } from './article.sentences.ts';

/** What a passage said and says now; '' where it was not there, or is gone. */
export interface Change {
  readonly was: string;
  readonly is: string;
}

/** Characters (UTF-16 units) of what stayed that are told around a change. */
const around = 16;
/** A sentence up to this length is told as it is (UTF-16 units). */
const short = 40;
/** The longest that is told of one side of a change (UTF-16 units). */
const most = 160;
const left = '……';
/** More edits than this are another text; nobody reads them one by one. */
const mostEdits = 400;

/**
 * What changed between two editions, in their own words, in the order of the text: sentence by sentence, of each only
 * what differs and a little around it. Null where too much did.
 * @param before the article of one edition as HTML @param after of the other
 */
export function changesBetween(before: string, after: string): readonly Change[] | null {
  const parts = diffArrays([...articleSentences(before)], [...articleSentences(after)], {
    maxEditLength: mostEdits,
  });
  if (parts === undefined) return null;
  const changes: Change[] = [];
  let was: readonly string[] = [];
  let is: readonly string[] = [];
  const settle = (): void => {
    const pairs = Math.max(was.length, is.length);
    for (let n = 0; n < pairs; n += 1) changes.push(trimmed(was[n] ?? '', is[n] ?? ''));
    [was, is] = [[], []];
  };
  for (const { removed, added, value } of parts) {
    if (removed) was = [...was, ...value];
    else if (added) is = [...is, ...value];
    else settle();
  }
  settle();
  return changes;
}

/** Without what both begin and end with, but for a few words of it. */
function trimmed(was: string, is: string): Change {
  if (was === '' || is === '' || Math.max(was.length, is.length) <= short)
    return { was: cut(was), is: cut(is) };
  const [one, other] = [segmentWords(was), segmentWords(is)];
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const before = kept(one.slice(0, head).toReversed()).toReversed();
  const after = kept(one.slice(one.length - tail));
  const shown = (words: readonly string[]): string =>
    cut(
      [
        before.length < head ? left : '',
        ...before,
        ...words.slice(head, words.length - tail),
        ...after,
        after.length < tail ? left : '',
      ].join(''),
    );
  return { was: shown(one), is: shown(other) };
}

/** The first words within the room for what stayed. */
function kept(words: readonly string[]): readonly string[] {
  let room = around;
  const end = words.findIndex((word) => (room -= word.length) < 0);
  return end === -1 ? words : words.slice(0, end);
}

const cut = (words: string): string => (words.length <= most ? words : `${words.slice(0, most)}${left}`);
