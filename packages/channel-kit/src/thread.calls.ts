import type { Call, Delivery } from './thread.ts';

/** Calls that have not come to an end. */
export const openCalls = ({ calls }: Pick<Delivery, 'calls'>): readonly Call[] =>
  calls.filter((c) => c.ended === null && c.state !== 'seen' && c.state !== 'skipped');

/**
 * Open calls whose turn it is: what a correction replaces is taken down once its successor was seen, at the
 * same target, and stays where the successor did not arrive.
 */
export function callsInWork(delivery: Pick<Delivery, 'calls'>): readonly Call[] {
  const shows = delivery.calls.filter((c) => c.kind === 'show');
  const followed = (removal: Call): boolean => successorsOf(removal, shows).every((c) => c.state === 'seen');
  return openCalls(delivery).filter((c) => c.kind === 'show' || followed(c));
}

/** At the same target; a target that gets no new edition follows all of them. */
function successorsOf(removal: Call, shows: readonly Call[]): readonly Call[] {
  const same = shows.filter((c) => c.target?.id === removal.target?.id);
  return same.length > 0 ? same : shows;
}

/** Whether the far end may have heard a call whose outcome is not known yet. */
export const isUncertain = ({ state }: Call): boolean => state === 'unknown' || state === 'pending';
