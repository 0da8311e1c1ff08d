import type { Piece } from './cut.ts';

/**
 * More characters than the most sheets take: an A3 sheet in its smallest size has some 40 lines of 53. Setting
 * what cannot fit takes minutes where a text is very long.
 */
const mostCharacters = 30_000;

/** How many pieces, from the first, could fit at all; the rest need not be tried. */
export function piecesWorthTrying(pieces: readonly Piece[]): number {
  let characters = 0;
  const over = pieces.findIndex(({ block }) => {
    characters += lettersIn(block);
    return characters > mostCharacters;
  });
  return over < 0 ? pieces.length : over;
}

/** More lines than one sheet takes in its smallest size, and how many characters are in one at most. */
const [oneSheet, oneLine] = [47, 53];

/** Whether it takes several sheets, most likely. */
export const isLong = (pieces: readonly Piece[]): boolean =>
  pieces.reduce((lines, { block }) => lines + Math.ceil(lettersIn(block) / oneLine), 0) > oneSheet;

/** Characters (UTF-16 units) that are words; identifiers and marks are not. */
function lettersIn(value: unknown, key = ''): number {
  if (typeof value === 'string') return ['text', 'label', 'value'].includes(key) ? value.length : 0;
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (total, [name, member]) => total + lettersIn(member, Array.isArray(value) ? key : name),
    0,
  );
}
