/** Waits (ms) between tries when the far end did not say how long: 1 s doubling to 2 min. */
export function retryWait(tries: number): number {
  return Math.min(1000 * 2 ** Math.max(0, tries - 1), 120_000);
}

/** Waits (ms) between looks at the public end; the last one repeats. */
export const defaultObserveLadder: readonly number[] = [
  200, 500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000,
];

export function observeWait(looks: number, ladder: readonly number[]): number {
  return ladder[Math.min(looks, ladder.length - 1)] ?? 60_000;
}

export const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();
