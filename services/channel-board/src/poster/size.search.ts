/** A size (pt) by its place, and how many sheets the text fills in it, the last one by a share. */
interface Look {
  readonly at: number;
  readonly size: number;
  readonly sheets: number;
}
/** What fits, and what does not where anything was seen that does not. */
interface Bracket {
  readonly low: Look;
  readonly high: Look | null;
}

export interface Expected {
  /** Sheets grow with this power of the size: rows of tables only get higher, running text gets wider, too. */
  readonly growth: number;
  /** A size that is known about. */
  readonly known?: number;
}

/** After so many looks that were guesses the rest is halved. */
const mostGuesses = 6;

/**
 * The largest size in which a text fills no more than `room` sheets; null when not even the smallest does. How full
 * they are in one size tells about which one fills them: a guess that is right takes a look at it and one at the next.
 * @param sizes largest first, at least one
 * @param sheetsIn larger letters never take fewer
 */
export function largestSize(
  sizes: readonly number[],
  room: number,
  sheetsIn: (size: number) => number,
  { growth, known }: Expected,
): number | null {
  const rising = sizes.toReversed();
  const lookAt = (at: number): Look => {
    const size = rising[at] as number;
    return { at, size, sheets: sheetsIn(size) };
  };
  const within = (bracket: Bracket, seen: Look): Bracket =>
    seen.sheets <= room ? { ...bracket, low: seen } : { ...bracket, high: seen };
  const low = lookAt(0);
  if (low.sheets > room) return null;
  let bracket: Bracket = { low, high: null };
  const place = known === undefined ? 0 : rising.indexOf(known);
  if (place > 0) bracket = within(bracket, lookAt(place));
  for (let looks = 0; ; looks += 1) {
    const [least, above] = [bracket.low.at + 1, bracket.high?.at ?? rising.length];
    if (least === above) return bracket.low.size;
    const likely = likelySize(room, bracket, growth);
    // while nothing was too large, steps get longer
    const step = bracket.high === null ? looks : 0;
    const guess = Math.max(
      rising.findLastIndex((size) => size <= likely),
      bracket.low.at + step,
    );
    const next = looks < mostGuesses ? guess : Math.floor((least + above - 1) / 2);
    bracket = within(bracket, lookAt(Math.min(Math.max(next, least), above - 1)));
  }
}

/** In which size the sheets are full, by one look at less and, where there was one, by another at more. */
function likelySize(room: number, { low, high }: Bracket, expected: number): number {
  const seen = high === null ? null : Math.log(high.sheets / low.sheets) / Math.log(high.size / low.size);
  return low.size * (room / low.sheets) ** (1 / (seen ?? expected));
}
