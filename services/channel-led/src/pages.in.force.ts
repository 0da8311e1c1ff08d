import { everyOne, type Collection } from '@towncrier/storage';
import type { Entry } from './led.documents.ts';

/** Which pages may be had, and until when: those that an entry in force names. */
export class PagesInForce {
  private until: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(private readonly entries: Collection<Entry>) {}

  /** An entry changed: what it no longer names is gone at once. */
  changed(): void {
    this.until = null;
  }

  /** @param now ISO 8601 */
  async has(sha256: string, now: string): Promise<boolean> {
    const known = (this.until ??= this.read(now));
    known.catch(() => this.changed());
    return ((await known).get(sha256) ?? '') > now;
  }

  private async read(now: string): Promise<ReadonlyMap<string, string>> {
    const until = new Map<string, string>();
    for await (const { forms, to } of everyOne(this.entries, { to: { gt: now } }))
      for (const { sha256 } of forms.flatMap(({ pages }) => pages))
        if ((until.get(sha256) ?? '') < to) until.set(sha256, to);
    return until;
  }
}
