import { graphemes, segmentWords } from './segment.ts';

// 禁则 (line-start and line-end prohibition; GB/T 15834-2011 §5.1 for Chinese punctuation).
const noStart = /^[，。、；：？！）》」』】〕］｝〉〗”’…—～·％‰℃,.;:?!)\]}%]/u;
const noEnd = /[（《「『【〔［｛〈〖“‘([{]$/u;
const halfWidth = /^[\u0020-\u007e\u00a1-\u00ff\uff61-\uff9f]/u;

/** Width in half cells: 1 for a half-width character, 2 for any other. */
export const halfCells = (text: string): number =>
  graphemes(text).reduce((total, g) => total + (halfWidth.test(g) ? 1 : 2), 0);

/**
 * Breaks one paragraph into lines of at most `cols` full-width cells, between words, no line beginning with a
 * closing or ending
 * with an opening mark. A word wider than a line is broken between characters; marks that fill a line by
 * themselves are, too.
 */
export function breakLines(text: string, cols: number): readonly string[] {
  const room = cols * 2;
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    const fresh = line === '' ? piece.trimStart() : piece;
    if (halfCells(line) + halfCells(fresh.trimEnd()) <= room) {
      line += fresh;
      return;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
  };
  for (const word of glued(segmentWords(text.replace(/\s+/gu, ' ').trim()))) {
    if (halfCells(word.trim()) <= room) put(word);
    else
      for (const cluster of glued(graphemes(word)))
        (halfCells(cluster) <= room ? [cluster] : graphemes(cluster)).forEach(put);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Joins every closing mark to what is before it and every opening mark to what follows. */
function glued(pieces: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && (noStart.test(piece) || noEnd.test(last)))
      joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
