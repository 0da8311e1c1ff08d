import { highest } from '@towncrier/media';
import { piecesOf, type Piece } from './cut.ts';
import type { PosterLayout, PosterSheet } from './poster.ts';
import { isLong, piecesWorthTrying } from './room.ts';
import { largestSize, type Expected } from './size.search.ts';

/** A board takes no more sheets of one notice; what they cannot take is behind the code. */
export const mostSheets = 12;
/** Pictures get smaller before the words need another sheet. */
const pictureShares = [1, 0.7, 0.5] as const;
const smallPictures = 0.5;

/** Up to so many sheets the text is at least of middle size; more are saved by smaller letters first. */
const fewSheets = 4;

/**
 * How the sheet is set. One sheet where that is possible at all: pictures shrink before the text gets small, and
 * both before there are two. Else as few sheets as can be, and the text as large as those take; else, in the
 * smallest size, as much as the most sheets take. Setting a long text takes long: nothing is set that another layout
 * has answered for.
 * @param sizes in pt, largest first
 * @param filledBy how many sheets a layout fills, the last one by the share that is taken; larger letters, larger
 *   pictures or more pieces never take fewer
 */
export function fit(sheet: PosterSheet, sizes: readonly number[], filledBy: Filled): PosterLayout {
  const all = piecesOf(sheet.blocks);
  const worth = piecesWorthTrying(all);
  const asked = remembered(filledBy, Object.keys(sheet.images).length > 0);
  const growth = growthOf(all);
  const cut = { size: smallest(sizes), pictures: smallPictures, several: true };
  if (worth === all.length) {
    const many = isLong(all) && asked({ ...cut, pieces: null }) > 2;
    const whole = (many ? null : onOne(sizes, asked, growth)) ?? onSeveral(sizes, asked, growth);
    if (whole !== null) return whole;
  }
  const most = Math.min(worth, all.length - 1);
  const share = worth === all.length ? mostSheets / asked({ ...cut, pieces: null }) : usualShare;
  const guess = { at: Math.floor(worth * share), step: Math.max(1, Math.floor(worth / 32)) };
  const fits = (pieces: number): boolean => asked({ ...cut, pieces }) <= mostSheets;
  return { ...cut, pieces: highest(most, fits, guess) };
}

const [growthOfText, growthOfRows] = [1.5, 1];

/** Of what most of it is: running text, or rows of a table. */
function growthOf(pieces: readonly Piece[]): number {
  const rows = pieces.filter(({ block }) => block.kind === 'table').length;
  return rows > pieces.length / 2 ? growthOfRows : growthOfText;
}

/** How many sheets a layout fills, the last one by the share that is taken. */
type Filled = (layout: PosterLayout) => number;

/** How much of the pieces that could fit does, mostly. */
const usualShare = 0.8;

/** `pictured`: whether there are pictures at all, whose size makes a difference. */
function remembered(filledBy: Filled, pictured: boolean): Filled {
  const known = new Map<string, number>();
  return (layout) => {
    const key = JSON.stringify([layout.size, layout.pieces, pictured && layout.pictures, layout.several]);
    const filled = known.get(key) ?? filledBy(layout);
    known.set(key, filled);
    return filled;
  };
}

const smallest = (sizes: readonly number[]): number => sizes.at(-1) as number;

/** Text that is read without coming close. */
const middle = (sizes: readonly number[]): readonly number[] => sizes.slice(0, Math.ceil(sizes.length * 0.7));

function onOne(sizes: readonly number[], filledBy: Filled, growth: number): PosterLayout | null {
  const small = { pictures: smallPictures, several: false };
  if (filledBy(layout(smallest(sizes), small)) > 1) return null;
  for (const pictures of pictureShares) {
    const how = { pictures, several: false };
    const found = largestOnOne(middle(sizes), (size) => filledBy(layout(size, how)), { growth });
    if (found !== null) return layout(found, how);
  }
  const found = largestOnOne(sizes, (size) => filledBy(layout(size, small)), { growth });
  return found === null ? null : layout(found, small);
}

/** Most notices are short: the largest letters are looked at first. */
function largestOnOne(
  sizes: readonly number[],
  sheetsIn: (size: number) => number,
  expected: Expected,
): number | null {
  const largest = sizes[0] as number;
  return sheetsIn(largest) <= 1 ? largest : largestSize(sizes, 1, sheetsIn, { ...expected, known: largest });
}

function onSeveral(sizes: readonly number[], filledBy: Filled, growth: number): PosterLayout | null {
  const how = { pictures: smallPictures, several: true };
  const steps = inSteps(sizes);
  const sheetsIn = (size: number): number => filledBy(layout(size, how));
  for (const [within, most] of [
    [middle(steps), fewSheets],
    [steps, mostSheets],
  ] as const) {
    // what takes too many sheets in the smallest size does so in every other
    if (sheetsIn(smallest(steps)) > most) continue;
    const fewest = Math.ceil(sheetsIn(smallest(within)));
    if (fewest > most) continue;
    const known = within === steps && sheetsIn(smallest(steps)) <= fewSheets;
    const expected = { growth, ...(known ? { known: smallest(middle(steps)) } : {}) };
    return layout(largestSize(within, fewest, sheetsIn, expected) as number, how);
  }
  return null;
}

/** Between two sizes are three more, so that the last sheet is not left with a few lines. */
const inSteps = (sizes: readonly number[]): readonly number[] =>
  sizes.flatMap((size, i) => {
    const next = sizes[i + 1];
    return next === undefined ? [size] : [0, 1, 2, 3].map((step) => size - ((size - next) * step) / 4);
  });

const layout = (size: number, how: Pick<PosterLayout, 'pictures' | 'several'>): PosterLayout => ({
  size,
  pieces: null,
  ...how,
});
