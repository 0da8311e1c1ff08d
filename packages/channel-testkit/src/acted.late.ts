import { setTimeout as sleep } from 'node:timers/promises';
import type { TakeFault } from './twin.ts';

const neverMs = 600_000;

/** After a far end has acted: the answer comes never (`hang-after-accept`) or late (`slow`), if told so. */
export async function actedLate(fault: TakeFault): Promise<void> {
  if (fault('hang-after-accept') !== null) await sleep(neverMs, undefined, { ref: false });
  const slow = fault('slow');
  if (slow !== null) await sleep(slow.ms, undefined, { ref: false });
}
