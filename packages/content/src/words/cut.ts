import { graphemes, segmentWords } from './segment.ts';

/** How much room a piece takes. Must be additive: the sum over the pieces is the room of the whole. */
export type Measure = (piece: string) => number;

/**
 * UTF-16 code units: what JSON schemas and most platforms count; never less than the number of characters.
 */
export const codeUnits: Measure = (piece) => piece.length;

const dangling = /[\s，、；：,;:—（(《〈“‘「『【〔[]+$/u;

/**
 * The longest beginning of `text` that fits into `max`, ellipsis included, ending at a word.
 * Only a word longer than all the room is cut, and then between two characters.
 */
export function cutAtWord(text: string, max: number, measure: Measure = codeUnits, ellipsis = '…'): string {
  if (roomOf(text, measure) <= max) return text;
  const room = max - measure(ellipsis);
  const kept = fill(segmentWords(text), room, measure) || fill(graphemes(text), room, measure);
  return kept === '' ? '' : kept.replace(dangling, '') + ellipsis;
}

/** As `cutAtWord`, but ends at a clause where that costs no more than two fifths of what would fit. */
export function cutAtClause(text: string, max: number, measure: Measure = codeUnits, ellipsis = '…'): string {
  const cut = cutAtWord(text, max, measure, ellipsis);
  if (cut === text || cut === '') return cut;
  const kept = cut.slice(0, -ellipsis.length);
  const clause = Math.max(...['。', '，', '；', '！', '？', ',', ';'].map((mark) => kept.lastIndexOf(mark)));
  return clause >= kept.length * 0.6 ? kept.slice(0, clause) + ellipsis : cut;
}

/** Room of a whole text, counted by words so that addresses are recognised. */
export const roomOf = (text: string, measure: Measure): number =>
  segmentWords(text).reduce((total, piece) => total + measure(piece), 0);

function fill(pieces: readonly string[], room: number, measure: Measure): string {
  let kept = '';
  let used = 0;
  for (const piece of pieces) {
    used += measure(piece);
    if (used > room) break;
    kept += piece;
  }
  return kept;
}
