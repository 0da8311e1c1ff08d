const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const closing = /^[，。、；：？！）》」』】〉”’…—·,.;:?!)\]}%]/u;
const opening = /[（《「『【〈“‘([{]$/u;

/** Width in full-width characters; a half-width one counts half. */
export const wideLength = (text: string): number =>
  [...text].reduce((total, c) => total + (/[\u0020-\u007e\u00a0-\u00ff]/.test(c) ? 0.5 : 1), 0);

/**
 * Breaks a title into lines of about the same length, between words (GB/T 9704-2012 7.3.1: lines keep their
 * words whole and are well balanced).
 * @param most widest line, in full-width characters
 */
export function balanceTitle(title: string, most: number): readonly string[] {
  const count = Math.max(1, Math.ceil(wideLength(title) / most));
  if (count === 1) return [title];
  const lines: string[] = [];
  let line = '';
  let left = wideLength(title);
  for (const piece of glued(title)) {
    const goal = left / (count - lines.length);
    const [without, withIt] = [wideLength(line), wideLength(line + piece)];
    const over = withIt > most || withIt - goal > goal - without;
    if (line !== '' && over && lines.length < count - 1) {
      lines.push(line);
      left -= without;
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

/** Words with the marks that must not be parted from them. */
function glued(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && (closing.test(segment) || opening.test(last)))
      pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}
