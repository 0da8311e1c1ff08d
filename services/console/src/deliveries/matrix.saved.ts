import type { Row } from '../api/hub.types.ts';
import { rowColours } from '../frame/colours.ts';
import { anyWords, oneOf, type Kept } from '../frame/saved.ts';

/** What of the address narrows the matrix: a bookmark of it is a saved view. */
export interface Narrowed {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
  readonly organisation?: string | undefined;
  readonly channel?: string | undefined;
  readonly state?: Row['state'] | undefined;
  readonly cause?: string | undefined;
  readonly hand?: 'yes' | undefined;
}

const matching =
  (pattern: RegExp) =>
  (words: string): string | undefined =>
    pattern.test(words) ? words : undefined;
const day = matching(/^\d{4}-\d{2}-\d{2}$/);

export const kept: Kept<Narrowed> = {
  from: day,
  to: day,
  q: (words) => words.slice(0, 100),
  organisation: anyWords,
  channel: anyWords,
  state: oneOf(Object.keys(rowColours) as readonly Row['state'][]),
  cause: matching(/^[0-9a-f]{12}$/),
  hand: oneOf(['yes'] as const),
};
