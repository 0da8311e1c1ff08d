import { wideLength } from '@towncrier/media';
import type { Grid, PlacedCell } from './table.grid.ts';

/** Widths, the size of the letters, and the space between a word and the line beside it: in em of the text. */
export interface FittedColumns {
  readonly widths: readonly number[];
  readonly letters: number;
  readonly inset: number;
}

/** Letters of a table where there is room, and where there is none, in em of the text. */
const usualLetters = 0.86;
const smallestLetters = 0.4;
/** Of the letters' own size, on each side. */
const inset = 0.42 / usualLetters;
/** Han characters of a name, and of what stands above a column, that are in one line. */
const shortName = 6;
const shortHead = 3;

/**
 * How columns share `room` (em of the text) so that no number is wider than its cell: the letters get smaller
 * before a figure runs into the next one. Null where the usual shares leave room for every number.
 */
export function fitColumns({ cells, weights }: Grid, room: number): FittedColumns | null {
  const total = sum(weights);
  const columns = weights.map((weight, x) => {
    const own = cells.filter((cell) => cell.x === x && cell.colspan === 1);
    return { share: weight / total, word: widest(own, wordWidth), name: widest(own, nameWidth) };
  });
  const widthOfWord = (word: number): number => (word + 2 * inset) * usualLetters;
  if (columns.every(({ share, word }) => widthOfWord(word) <= share * room)) return null;
  // where figures are fitted, a name is not left with one character a line
  const needs = columns.map(({ word, name }) => Math.max(word, name) + 2 * inset);
  const letters = Math.max(smallestLetters, Math.min(usualLetters, (room / sum(needs)) * 0.99));
  const spare = Math.max(0, room - sum(needs) * letters);
  return {
    widths: needs.map((need, x) => need * letters + spare * (columns[x]?.share ?? 0)),
    letters,
    inset: inset * letters,
  };
}

const widest = (cells: readonly PlacedCell[], widthOf: (cell: PlacedCell) => number): number =>
  Math.max(0, ...cells.map(widthOf));
const textOf = ({ runs }: PlacedCell): string => runs.map((run) => run.text).join('');
const nameWidth = (cell: PlacedCell): number =>
  Math.min(wideLength(textOf(cell)), cell.header ? shortHead : shortName);

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/** Width (em of its own letters) of the longest word that no line ends in. */
function wordWidth(cell: PlacedCell): number {
  return Math.max(
    0,
    ...textOf(cell)
      .split(breaks)
      .map((word) => sum([...word].map(widthOf))),
  );
}

/** A line may end before and after a Han character, and at a blank. */
const breaks = /(?=\p{Script=Han})|(?<=\p{Script=Han})|\s+/u;
/** Of the serif and the bold sans that tables are set in, the wider one. */
function widthOf(character: string): number {
  if (/[.,:;'|!il]/u.test(character)) return 0.32;
  if (/[0-9a-z()%+-]/u.test(character)) return 0.58;
  if (/[\u0000-\u00ff]/u.test(character)) return 0.76;
  return 1;
}
