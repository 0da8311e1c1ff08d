import { highest, type Guess } from '@towncrier/media';
import { piecesOf } from './cut.ts';
import type { PosterLayout, PosterSheet } from './poster.ts';
import { isLong, piecesWorthTrying } from './room.ts';

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
 * @param pagesOf how many sheets a layout takes; larger letters, larger pictures or more pieces never take fewer
 * @param full size in which the text fills one sheet, where that is known about
 */
export function fit(
  sheet: PosterSheet,
  sizes: readonly number[],
  pagesOf: (layout: PosterLayout) => number,
  full?: number,
): PosterLayout {
  const all = piecesOf(sheet.blocks);
  const worth = piecesWorthTrying(all);
  const asked = remembered(pagesOf);
  const cut = { size: smallest(sizes), pictures: smallPictures, several: true };
  if (worth === all.length) {
    const many = isLong(all) && asked({ ...cut, pieces: null }) > 2;
    const whole = (many ? null : onOne(sizes, asked)) ?? onSeveral(sizes, asked, full);
    if (whole !== null) return whole;
  }
  const most = Math.min(worth, all.length - 1);
  const share = worth === all.length ? mostSheets / asked({ ...cut, pieces: null }) : usualShare;
  const guess = { at: Math.floor(worth * share), step: Math.max(1, Math.floor(worth / 32)) };
  const fits = (pieces: number): boolean => asked({ ...cut, pieces }) <= mostSheets;
  return { ...cut, pieces: highest(most, fits, guess) };
}

type PagesOf = (layout: PosterLayout) => number;

/** How much of the pieces that could fit does, mostly. */
const usualShare = 0.8;

function remembered(pagesOf: PagesOf): PagesOf {
  const known = new Map<string, number>();
  return (layout) => {
    const key = JSON.stringify([layout.size, layout.pieces, layout.pictures, layout.several]);
    const pages = known.get(key) ?? pagesOf(layout);
    known.set(key, pages);
    return pages;
  };
}

const smallest = (sizes: readonly number[]): number => sizes.at(-1) as number;

/** Text that is read without coming close. */
const middle = (sizes: readonly number[]): readonly number[] => sizes.slice(0, Math.ceil(sizes.length * 0.7));

function onOne(sizes: readonly number[], pagesOf: PagesOf): PosterLayout | null {
  const small = { pictures: smallPictures, several: false };
  if (pagesOf(layout(smallest(sizes), small)) > 1) return null;
  for (const pictures of pictureShares) {
    const how = { pictures, several: false };
    const found = largest(middle(sizes), (size) => pagesOf(layout(size, how)) === 1);
    if (found !== null) return layout(found, how);
  }
  const found = largest(sizes, (size) => pagesOf(layout(size, small)) === 1);
  return found === null ? null : layout(found, small);
}

function onSeveral(sizes: readonly number[], pagesOf: PagesOf, full?: number): PosterLayout | null {
  const how = { pictures: smallPictures, several: true };
  const steps = inSteps(sizes);
  for (const [within, most] of [
    [middle(steps), fewSheets],
    [steps, mostSheets],
  ] as const) {
    // what takes too many sheets in the smallest size does so in every other
    if (pagesOf(layout(smallest(steps), how)) > most) continue;
    const fewest = pagesOf(layout(smallest(within), how));
    if (fewest > most) continue;
    const fits = (size: number): boolean => pagesOf(layout(size, how)) <= fewest;
    const likely = full === undefined ? sizeOfFull(within, fewest) : full * Math.sqrt(fewest);
    return layout(largest(within, fits, likely) as number, how);
  }
  return null;
}

/** In which size a text likely fills its sheets, that ends half way down the last one in the smallest. */
const sizeOfFull = (sizes: readonly number[], sheets: number): number =>
  smallest(sizes) * Math.sqrt(sheets / (sheets - 0.5));

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

/** The first of the sizes, largest first, that fits; null when not even the last does. Looks near `likely` first. */
function largest(sizes: readonly number[], fits: (size: number) => boolean, likely?: number): number | null {
  const sizeAt = (steps: number): number => sizes[sizes.length - 1 - steps] as number;
  const most = sizes.length - 1;
  if (likely === undefined && fits(sizeAt(most))) return sizeAt(most);
  if (!fits(sizeAt(0))) return null;
  const open = likely === undefined ? most - 1 : most;
  return sizeAt(highest(open, (steps) => fits(sizeAt(steps)), guessOf(sizes, likely)));
}

function guessOf(sizes: readonly number[], likely: number | undefined): Guess | undefined {
  if (likely === undefined) return undefined;
  return { at: sizes.filter((size) => size <= likely).length - 1, step: 1 };
}
