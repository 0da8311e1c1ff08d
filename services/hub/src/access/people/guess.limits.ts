/** How often somebody guessed wrong, and from when the next guess is looked at (ISO 8601, UTC). */
export interface Guesses {
  readonly failures: number;
  readonly at: string;
  readonly until: string;
}

/** After `free` wrong guesses in a row the next waits `firstMs`, doubling up to `mostMs`. */
interface Limit {
  readonly free: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Without a wrong guess for so long (ms), counting begins anew. */
const forgottenAfterMs = 24 * 60 * 60_000;

/**
 * What is counted together. A name alone only slows guesses down: whoever guesses names of others from everywhere must
 * not be able to lock them out. `network`: a whole office may sit behind one address.
 */
export const limits = {
  /** One name from one network, or from a device that knows the name. */
  pair: { free: 2, firstMs: 2000, mostMs: 15 * 60_000 },
  /** Any names from one network. */
  network: { free: 30, firstMs: 2000, mostMs: 15 * 60_000 },
  /** One name from anywhere. */
  name: { free: 30, firstMs: 2000, mostMs: 15_000 },
} as const satisfies Readonly<Record<string, Limit>>;
export type Counted = keyof typeof limits;

/** What is still held against somebody; nothing of a time to come: the clock went back, and must lock nobody out. */
function remembered(known: Guesses | null, now: Date): Guesses | null {
  const age = known === null ? -1 : now.getTime() - Date.parse(known.at);
  return age >= 0 && age < forgottenAfterMs ? known : null;
}

/** How long (ms) the next guess still has to wait. */
export function waitOf(known: Guesses | null, now: Date): number {
  const held = remembered(known, now);
  return held === null ? 0 : Math.max(0, Date.parse(held.until) - now.getTime());
}

/** After one more wrong guess. */
export function after(known: Guesses | null, counted: Counted, now: Date): Guesses {
  const { free, firstMs, mostMs } = limits[counted];
  const failures = (remembered(known, now)?.failures ?? 0) + 1;
  const wait = failures <= free ? 0 : Math.min(firstMs * 2 ** Math.min(failures - free - 1, 20), mostMs);
  return { failures, at: now.toISOString(), until: new Date(now.getTime() + wait).toISOString() };
}

/** After a guess that turned out right, where others are counted along: as if it had not been made. */
export const without = (known: Guesses): Guesses | null =>
  known.failures <= 1 ? null : { ...known, failures: known.failures - 1, until: known.at };

/**
 * Who can change addresses within a network at will counts once: /24 of IPv4, /64 of IPv6 (RFC 6177: what one site
 * gets is no smaller).
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  const rest = (tail ?? '').split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...rest];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
