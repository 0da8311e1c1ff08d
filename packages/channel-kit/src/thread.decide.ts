import { quietUntil } from './quiet-hours.ts';
import { rank, type Call, type Delivery, type Thread } from './thread.ts';

/** The next thing to do for a thread. Pure: the whole order of the house is here. */
export type Step =
  | { readonly do: 'rest'; readonly until: string | null }
  /** It never began, and something later made it moot. */
  | { readonly do: 'supersede'; readonly delivery: Delivery }
  | { readonly do: 'expire'; readonly delivery: Delivery }
  | { readonly do: 'plan'; readonly delivery: Delivery }
  | { readonly do: 'call'; readonly delivery: Delivery; readonly call: Call }
  | { readonly do: 'observe'; readonly delivery: Delivery; readonly call: Call }
  /** Nothing stands there, so there is nothing to take back. */
  | { readonly do: 'nothing-to-withdraw'; readonly delivery: Delivery }
  /** An earlier call may have reached the public and could not be found: a person must look. */
  | { readonly do: 'cannot-withdraw'; readonly delivery: Delivery };

/**
 * One delivery at a time, the lowest rank first: an earlier one that has begun is brought to rest before a
 * later one begins,
 * an earlier one that has not begun is dropped.
 */
export function decide(thread: Thread, now: string): Step {
  const open = thread.deliveries.filter((d) => d.settled === null).sort((a, b) => rank(a) - rank(b));
  const current = open[0];
  if (current === undefined) return { do: 'rest', until: null };
  const overtaken = thread.deliveries.some((d) => rank(d) > rank(current));
  if (overtaken) return closeOvertaken(current, now);
  return advance(thread, current, now);
}

/**
 * Calls under way are found out; those not begun are left; what the far end took needs no confirmation any
 * more.
 */
function closeOvertaken(current: Delivery, now: string): Step {
  const open = current.calls.find(
    (c) => c.state === 'unknown' || c.state === 'pending' || c.state === 'calling',
  );
  if (open === undefined) return { do: 'supersede', delivery: current };
  return current.nextAt <= now
    ? { do: 'observe', delivery: current, call: open }
    : { do: 'rest', until: current.nextAt };
}

function advance(thread: Thread, current: Delivery, now: string): Step {
  const begun = current.calls.some((c) => c.state !== 'ready');
  if (!begun && current.deadline !== null && current.deadline <= now)
    return { do: 'expire', delivery: current };
  if (current.operation === 'withdraw' && !begun && thread.posting === null) {
    const lost = thread.deliveries.some(
      (d) => d !== current && d.calls.some((c) => c.state === 'unknown' || c.state === 'pending'),
    );
    return { do: lost ? 'cannot-withdraw' : 'nothing-to-withdraw', delivery: current };
  }
  if (current.nextAt > now) return { do: 'rest', until: current.nextAt };
  const quiet = begun || current.quiet === undefined ? null : quietUntil(current.quiet, now);
  if (quiet !== null) return { do: 'rest', until: quiet };
  if (current.calls.length === 0) return { do: 'plan', delivery: current };
  const call =
    current.calls.find((c) => c.state === 'unknown' || c.state === 'calling') ??
    current.calls.find((c) => c.state === 'ready') ??
    current.calls.find((c) => c.state === 'pending') ??
    current.calls.find((c) => c.state === 'done');
  if (call === undefined) return { do: 'supersede', delivery: current };
  return call.state === 'ready'
    ? { do: 'call', delivery: current, call }
    : { do: 'observe', delivery: current, call };
}

/** When the worker should look at this thread again. */
export function dueAt(thread: Thread, now: string): string | null {
  const step = decide(thread, now);
  return step.do === 'rest' ? step.until : now;
}
