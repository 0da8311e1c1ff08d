import { dateInChina } from '@towncrier/content';
import type { AccountFact, LedgerFacts } from './now.snapshot.ts';

const day = 86_400_000;

/** Whole days since an account last showed something new; null where nobody expects it to. */
export function silentDays(
  { channel, title, active, since }: AccountFact,
  { stats }: Pick<LedgerFacts, 'stats'>,
  now: string,
): number | null {
  if (!active) return null;
  const own = stats.channels.find((c) => c.channel === channel)?.targets.find((t) => t.target === title);
  const last = own?.confirmedAt ?? since;
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(last)) / day));
}

/** From today in China to a civil date; negative where it is over. */
export const daysUntil = (on: string, now: string): number =>
  Math.round((Date.parse(on) - Date.parse(dateInChina(new Date(now)))) / day);
