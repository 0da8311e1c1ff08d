import { piecesOf } from './cut.ts';
import type { PosterLayout, PosterSheet } from './poster.ts';
import { piecesWorthTrying } from './room.ts';

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
 * smallest size, as much as the most sheets take.
 * @param sizes in pt, largest first
 * @param pagesOf how many sheets a layout takes
 */
export function fit(
  sheet: PosterSheet,
  sizes: readonly number[],
  pagesOf: (layout: PosterLayout) => number,
): PosterLayout {
  const all = piecesOf(sheet.blocks);
  const worth = piecesWorthTrying(all);
  const whole = worth === all.length ? (onOne(sizes, pagesOf) ?? onSeveral(sizes, pagesOf)) : null;
  if (whole !== null) return whole;
  const cut = { size: sizes.at(-1) as number, pictures: smallPictures, several: true };
  const fits = (pieces: number): boolean => pagesOf({ ...cut, pieces }) <= mostSheets;
  return { ...cut, pieces: highest(Math.min(worth, all.length - 1), fits) };
}

type PagesOf = (layout: PosterLayout) => number;

/** Text that is read without coming close. */
const middle = (sizes: readonly number[]): readonly number[] => sizes.slice(0, Math.ceil(sizes.length * 0.7));

function onOne(sizes: readonly number[], pagesOf: PagesOf): PosterLayout | null {
  const smallest = { pictures: smallPictures, several: false };
  if (pagesOf(layout(sizes.at(-1) as number, smallest)) > 1) return null;
  for (const pictures of pictureShares) {
    const how = { pictures, several: false };
    const found = largest(middle(sizes), (size) => pagesOf(layout(size, how)) === 1);
    if (found !== null) return layout(found, how);
  }
  const found = largest(sizes, (size) => pagesOf(layout(size, smallest)) === 1);
  return found === null ? null : layout(found, smallest);
}

function onSeveral(sizes: readonly number[], pagesOf: PagesOf): PosterLayout | null {
  const how = { pictures: smallPictures, several: true };
  const steps = inSteps(sizes);
  for (const [within, most] of [
    [middle(steps), fewSheets],
    [steps, mostSheets],
  ] as const) {
    const fewest = pagesOf(layout(within.at(-1) as number, how));
    if (fewest > most) continue;
    const found = largest(within, (size) => pagesOf(layout(size, how)) <= fewest);
    if (found !== null) return layout(found, how);
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

/** The first of the sizes, largest first, that fits; null when not even the last does. */
function largest(sizes: readonly number[], fits: (size: number) => boolean): number | null {
  const sizeAt = (steps: number): number => sizes[sizes.length - 1 - steps] as number;
  const most = sizes.length - 1;
  if (fits(sizeAt(most))) return sizeAt(most);
  if (!fits(sizeAt(0))) return null;
  return sizeAt(highest(most - 1, (steps) => fits(sizeAt(steps))));
}

/** The highest count up to `most` that fits; 0 is taken to fit. */
function highest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
