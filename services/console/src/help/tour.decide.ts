import type { Done, TourStep } from './tours.ts';

/** What can be seen of the page at this moment. */
export interface Seen {
  /** The key of the page. */
  readonly at: string;
  readonly says: (words: string) => boolean;
  readonly has: (selector: string) => boolean;
}

const isDone = ({ at, says, has }: Done, seen: Seen): boolean =>
  (at === undefined || at === seen.at) &&
  (says === undefined || says.some(seen.says)) &&
  (has === undefined || seen.has(has));

/**
 * The step that comes next, from 0; as many as there are when all are done. It never goes back. Whoever did the
 * step after this one is ahead and is followed; what lies further on may be another notice.
 */
export function stepAfter(steps: readonly TourStep[], from: number, seen: Seen): number {
  const done = [from + 1, from].find((n) => {
    const what = steps[n]?.done;
    return what !== undefined && isDone(what, seen);
  });
  return done === undefined ? from : done + 1;
}
