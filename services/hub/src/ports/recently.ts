import type { Clock } from './hub.parts.ts';

/** Whoever asks within this time (ms) gets the same answer. */
const freshMs = 1000;

/**
 * What is the same for many and was found a moment ago: a hundred open pages that ask at once are one question.
 * What is forgotten is found anew by whoever asks next, even while it is still being found.
 */
export class Recently<T> {
  private readonly known = new Map<string, { readonly at: number; readonly found: Promise<T> }>();

  constructor(private readonly clock: Clock) {}

  of(key: string, find: () => Promise<T>): Promise<T> {
    const now = this.clock().getTime();
    const before = this.known.get(key);
    if (before !== undefined && now - before.at < freshMs) return before.found;
    const one = { at: now, found: find() };
    this.known.set(key, one);
    one.found.catch(() => {
      if (this.known.get(key) === one) this.known.delete(key);
    });
    return one.found;
  }

  forget(): void {
    this.known.clear();
  }
}
