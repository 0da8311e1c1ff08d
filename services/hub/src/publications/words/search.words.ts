import { segmenter, shortSegmenter } from './segmenter.ts';

/**
 * Which way of cutting words a stored text was cut by. Another number: what is stored is cut again.
 * @see WordsKeeper
 */
export const wordsForm = 2;

/**
 * What a text is found by, each once: its words down to those of two characters, every single character, and
 * pairs of characters where at least one belongs to no longer word (灵|泉). 人民政府 is found by 人民 and 政府 and
 * not by 民政, which lies across two words.
 */
export function searchWords(text: string): readonly string[] {
  return [...new Set(runsOf(text).flatMap((run) => (isHan(run) ? [...indexed(piecesOf(run))] : [run])))];
}

/** What a text must hold, each once, to be what somebody looks for. Empty where there is nothing to look for. */
export function queryWords(query: string): readonly string[] {
  return [...new Set(runsOf(query).flatMap((run) => (isHan(run) ? asked(piecesOf(run)) : [run])))];
}

/**
 * Letters and digits without the marks between them, Chinese apart from others. Full-width letters, characters
 * for radicals and the like are what they stand for; capitals are small.
 */
function runsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];
}

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run);

/** A run of Chinese as words of one or two characters. */
const piecesOf = (run: string): readonly string[] =>
  segmenter()
    .cut(run, false)
    .flatMap((word) => ([...word].length > 2 ? shortSegmenter().cut(word, false) : [word]));

const isSingle = (piece: string): boolean => [...piece].length === 1;

function* indexed(pieces: readonly string[]): Iterable<string> {
  for (const [n, piece] of pieces.entries()) {
    yield piece;
    yield* piece;
    const next = pieces[n + 1];
    if (next === undefined) continue;
    const pair = ([...piece].at(-1) ?? '') + ([...next][0] ?? '');
    const bothSingle = isSingle(piece) && isSingle(next);
    if (bothSingle || ((isSingle(piece) || isSingle(next)) && !isWord(pair))) yield pair;
  }
}

/** 政 of 市|政府 makes no 市政: had it been that word, it would have been cut so. */
const isWord = (pair: string): boolean => shortSegmenter().cut(pair, false).length === 1;

/** Characters that stand side by side alone are asked for as pairs: one by one they stand in every text. */
const asked = (pieces: readonly string[]): readonly string[] =>
  pieces.flatMap((piece, n) => {
    if (!isSingle(piece)) return [piece];
    const [before, next] = [pieces[n - 1], pieces[n + 1]];
    if (next !== undefined && isSingle(next)) return [piece + next];
    return before !== undefined && isSingle(before) ? [] : [piece];
  });
