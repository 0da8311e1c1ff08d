import { operationRank as rank, quietUntil, shows } from '@towncrier/contracts';
import { callsInWork } from './thread.calls.ts';
import { isSilent, lost, putUp, standing, uncovered, type Ways } from './thread.standing.ts';
import type { Call, Delivery, Thread } from './thread.ts';

/** The next thing to do for a thread. Pure: the whole order of the house is here. */
export type Step =
  | { readonly do: 'rest'; readonly until: string | null }
  /** It never began, and something later made it moot. */
  | { readonly do: 'supersede'; readonly delivery: Delivery }
  | { readonly do: 'expire'; readonly delivery: Delivery }
  | { readonly do: 'plan'; readonly delivery: Delivery }
  | { readonly do: 'call'; readonly delivery: Delivery; readonly call: Call }
  | { readonly do: 'observe'; readonly delivery: Delivery; readonly call: Call }
  /** The deadline passed before it began. */
  | { readonly do: 'expire-call'; readonly delivery: Delivery; readonly call: Call }
  /** Every call has come to an end. */
  | { readonly do: 'settle'; readonly delivery: Delivery }
  /** Nothing was ever put up, here and by the ledger: there is nothing to take back. */
  | { readonly do: 'nothing-to-withdraw'; readonly delivery: Delivery }
  | { readonly do: 'say-nothing'; readonly delivery: Delivery }
  /** Something may stand in public and nobody can say where: a person must look. */
  | { readonly do: 'cannot-withdraw'; readonly delivery: Delivery };

/**
 * One delivery at a time, the lowest rank first: an earlier one that has begun is brought to rest before a
 * later one begins, an earlier one that has not begun is dropped.
 */
export function decide(thread: Thread, now: string, can: Ways): Step {
  const open = thread.deliveries.filter((d) => d.settled === null).sort((a, b) => rank(a) - rank(b));
  const current = open[0];
  if (current === undefined) return { do: 'rest', until: null };
  const overtaken = thread.deliveries.some((d) => rank(d) > rank(current));
  if (overtaken) return closeOvertaken(current, now);
  return current.calls.length === 0 ? begin(thread, current, now, can) : advance(thread, current, now, can);
}

/**
 * Calls under way are found out; those not begun are left; what the far end took needs no confirmation any
 * more.
 */
function closeOvertaken(current: Delivery, now: string): Step {
  const underWay = current.calls.filter(
    (c) => c.ended === null && (c.state === 'unknown' || c.state === 'pending' || c.state === 'calling'),
  );
  if (underWay.length === 0) return { do: 'supersede', delivery: current };
  const call = underWay.find((c) => c.nextAt <= now);
  return call === undefined
    ? { do: 'rest', until: earliest(underWay) }
    : { do: 'observe', delivery: current, call };
}

function begin(thread: Thread, current: Delivery, now: string, can: Ways): Step {
  if (isLate(current, now)) return { do: 'expire', delivery: current };
  if (!shows(current)) {
    if (isSilent(current, can)) return { do: 'say-nothing', delivery: current };
    const left = standing(thread);
    if (left.length === 0)
      return {
        do: isForgotten(thread, current) ? 'cannot-withdraw' : 'nothing-to-withdraw',
        delivery: current,
      };
    if (lost(left, can).length === left.length) return { do: 'cannot-withdraw', delivery: current };
  }
  if (current.nextAt > now) return { do: 'rest', until: current.nextAt };
  const quiet = current.quiet === undefined ? null : quietUntil(current.quiet, now);
  return quiet === null ? { do: 'plan', delivery: current } : { do: 'rest', until: quiet };
}

/** The own store knows of nothing, and the ledger could not be asked: absence here is no fact. */
const isForgotten = (thread: Thread, { ledgerAsked }: Delivery): boolean =>
  !ledgerAsked && putUp(thread).length === 0 && !thread.deliveries.some(isPublication);

const isPublication = (d: Delivery): boolean => shows(d);

const isLate = (delivery: Delivery, now: string): boolean =>
  isOver(delivery, now) || (delivery.deadline !== null && delivery.deadline <= now);

/** Its words are no longer valid: whatever has not reached anybody yet must not. */
const isOver = ({ expiresAt }: Delivery, now: string): boolean => expiresAt !== undefined && expiresAt <= now;

const urgency: readonly Call['state'][] = ['unknown', 'calling', 'ready', 'pending', 'done'];

function advance(thread: Thread, current: Delivery, now: string, can: Ways): Step {
  const work = callsInWork(current);
  if (work.length === 0) {
    const owes = uncovered(thread, current, can).length > 0;
    return { do: owes ? 'plan' : 'settle', delivery: current };
  }
  const over = isOver(current, now);
  const late = isLate(current, now)
    ? work.find((c) => c.kind === 'show' && c.state === 'ready' && (over || c.sends === 0))
    : undefined;
  if (late !== undefined) return { do: 'expire-call', delivery: current, call: late };
  const due = work.filter((c) => c.nextAt <= now);
  if (due.length === 0) return { do: 'rest', until: earliest(work) };
  const [call] = due.sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state));
  if (call === undefined) return { do: 'settle', delivery: current };
  return { do: call.state === 'ready' ? 'call' : 'observe', delivery: current, call };
}

const earliest = (calls: readonly Call[]): string | null =>
  calls.map((c) => c.nextAt).reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);

/** When the worker should look at this thread again. */
export function dueAt(thread: Thread, now: string, can: Ways): string | null {
  const step = decide(thread, now, can);
  return step.do === 'rest' ? step.until : now;
}
