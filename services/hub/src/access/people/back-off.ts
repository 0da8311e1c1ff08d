/**
 * Wait (ms) after the n-th wrong password in a row: nothing for the first two slips, then 2 s doubling up to
 * 15 minutes.
 */
export function waitAfter(failures: number): number {
  if (failures < 3) return 0;
  return Math.min(2000 * 2 ** (failures - 3), 15 * 60_000);
}
