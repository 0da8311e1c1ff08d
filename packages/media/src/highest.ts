/** Where to look first, and how far from there next. */
export interface Guess {
  readonly at: number;
  readonly step: number;
}

/**
 * The highest count up to `most` that fits, where all below it do; 0 is taken to fit. Looks at the guess, then ever
 * further from it until the answer lies between two looks, then halves: a good guess takes two looks.
 */
export function highest(most: number, fits: (count: number) => boolean, guess?: Guess): number {
  let [low, high] = [0, most];
  let next: number | null = guess?.at ?? null;
  let step = guess?.step ?? 1;
  let upwards: boolean | null = null;
  while (low < high) {
    const at = Math.min(Math.max(next ?? Math.ceil((low + high) / 2), low + 1), high);
    const found = fits(at);
    if (found) low = at;
    else high = at - 1;
    const turned = upwards !== null && upwards !== found;
    next = next === null || turned ? null : at + (found ? step : -step);
    upwards = found;
    step *= 2;
  }
  return low;
}
