import { breakLines, halfCells } from '@towncrier/content';

/** Of a line: what the last one of several has at least. */
const least = 1 / 3;

/**
 * Lines of at most `cols` full-width cells, no more than there must be. Where the last would have a word or two, the
 * ones before it give some of theirs.
 */
export function evenLines(text: string, cols: number): readonly string[] {
  const lines = breakLines(text, cols);
  if (lines.length < 2) return lines;
  for (let narrower = cols; narrower > cols / 2; narrower -= 1) {
    const tried = breakLines(text, narrower);
    if (tried.length > lines.length) break;
    if (halfCells(tried.at(-1) ?? '') >= cols * 2 * least) return tried;
  }
  return lines;
}
