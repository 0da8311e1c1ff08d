import { shows } from '@towncrier/contracts';
import type { Call, Delivery } from './thread.ts';

/** Calls that have not come to an end. */
export const openCalls = ({ calls }: Pick<Delivery, 'calls'>): readonly Call[] =>
  calls.filter((c) => c.ended === null && c.state !== 'seen' && c.state !== 'skipped');

/**
 * Open calls whose turn it is: what a correction replaces is taken down once its successor was seen, at the
 * same target, and stays where the successor did not arrive. A warning that is lifted is over in any case: it is
 * taken down also where the words of its end could not be put up, and a person is told.
 */
export function callsInWork(delivery: Pick<Delivery, 'calls' | 'operation'>): readonly Call[] {
  const successors = delivery.calls.filter((c) => c.kind === 'show');
  const over = (c: Call): boolean => c.ended !== null && !shows(delivery);
  const followed = (removal: Call): boolean =>
    successorsOf(removal, successors).every((c) => c.state === 'seen' || over(c));
  return openCalls(delivery).filter((c) => c.kind === 'show' || followed(c));
}

/** At the same target; a target that gets no new edition follows all of them. */
function successorsOf(removal: Call, shows: readonly Call[]): readonly Call[] {
  const same = shows.filter((c) => c.target?.id === removal.target?.id);
  return same.length > 0 ? same : shows;
}

/** Whether the far end may have heard a call whose outcome is not known yet. */
export const isUncertain = ({ state }: Call): boolean => state === 'unknown' || state === 'pending';
