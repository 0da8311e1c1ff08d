import { createHash } from 'node:crypto';
import type { Cause, LedgerEntry, TimelineEntry } from '@towncrier/contracts';

/** Outcomes after which something is in the way. */
export const failing: ReadonlySet<TimelineEntry['outcome']> = new Set([
  'busy',
  'credentials',
  'refused',
  'quota',
  'operator',
  'unknown',
  'expired',
  'failed',
]);
const settled: ReadonlySet<LedgerEntry['state']> = new Set(['confirmed', 'superseded']);

/** What stands in the way of a delivery; undefined where nothing does, or nothing was said. */
export function causeOf({ state, timeline }: Pick<LedgerEntry, 'state' | 'timeline'>): Cause | undefined {
  if (settled.has(state)) return undefined;
  const failures = timeline.filter(({ outcome }) => failing.has(outcome));
  // what the far end said tells more than how it ended
  const last = failures.findLast(({ verb }) => verb !== 'settle') ?? failures.at(-1);
  if (last === undefined || !current(last, timeline)) return undefined;
  const words = withoutTarget(last);
  return { key: keyOf(words), words };
}

/** Whatever went well since makes it a thing of the past. */
const current = (last: TimelineEntry, timeline: readonly TimelineEntry[]): boolean =>
  timeline
    .slice(timeline.indexOf(last) + 1)
    .every(({ outcome, verb }) => failing.has(outcome) || verb === 'retry' || outcome === 'unclear');

const withoutTarget = ({ target, words }: TimelineEntry): string =>
  target !== undefined && words.startsWith(`${target}：`) ? words.slice(target.length + 1) : words;

/** The same words with other ids, numbers, addresses and names in quotes are the same cause. */
export const plainCause = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/https?:\/\/[^\s，。；）)]+/gu, '…')
    .replaceAll(/[“「《"][^”」》"]*[”」》"]/gu, '…')
    .replaceAll(/(?=[\w.:-]*\d)[\w.:-]+/gu, '…')
    .replaceAll(/(?:…\s*)+/gu, '…')
    .trim();

export const keyOf = (words: string): string =>
  createHash('sha256').update(plainCause(words)).digest('hex').slice(0, 12);
