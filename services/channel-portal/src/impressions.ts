import { dateInChina } from '@towncrier/content';
import { randomBytes } from 'node:crypto';
import { everyOne, type Collection } from '@towncrier/storage';
import type { Seen } from './cards.ts';

interface Ticket {
  readonly gateway: string;
  readonly publications: readonly string[];
  readonly until: number;
}
const [validForMs, mostOpen, mostCounted] = [10 * 60_000, 50_000, 20_000];

/**
 * Counts what was on a page that a phone really drew: the page carries a one-use ticket in its beacon.
 * iOS fetches the page twice and probes never load images, so a fetch alone proves nothing.
 * Counts are gathered in memory and written by `flush`: a kill loses what came since.
 */
export class Impressions {
  private readonly open = new Map<string, Ticket>();
  private gathered = new Map<string, Omit<Seen, 'version'>>();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly counts: Collection<Seen>,
    private readonly clock: () => Date,
  ) {}

  ticket(gateway: string, publications: readonly string[]): string {
    const id = randomBytes(12).toString('base64url');
    this.open.set(id, { gateway, publications, until: this.clock().getTime() + validForMs });
    const oldest = this.open.keys().next().value;
    if (this.open.size > mostOpen && oldest !== undefined) this.open.delete(oldest);
    return id;
  }

  /** @returns false for a ticket that was used before, is too old or was never given */
  redeem(id: string): boolean {
    const [ticket, now] = [this.open.get(id), this.clock().getTime()];
    this.open.delete(id);
    if (ticket === undefined || ticket.until < now) return false;
    for (const publication of ticket.publications)
      this.gather(publication, ticket.gateway, dateInChina(new Date(now)), 1);
    return true;
  }

  async total(publication: string): Promise<number> {
    await this.flush();
    let sum = 0;
    for await (const { count } of everyOne(this.counts, { publication })) sum += count;
    return sum;
  }

  /** Writes what was gathered; what cannot be written is kept for the next time. */
  flush(): Promise<void> {
    const mine = this.writing.then(() => this.write());
    this.writing = mine.catch(() => undefined);
    return mine;
  }

  private async write(): Promise<void> {
    const due = this.gathered;
    this.gathered = new Map();
    for (const [key, { publication, gateway, day, count }] of due) {
      try {
        await this.add({ _id: key, publication, gateway, day, count });
        due.delete(key);
      } catch (error) {
        for (const rest of due.values()) this.gather(rest.publication, rest.gateway, rest.day, rest.count);
        throw error;
      }
    }
  }

  private gather(publication: string, gateway: string, day: string, count: number): void {
    const _id = `${publication}|${gateway}|${day}`;
    const known = this.gathered.get(_id);
    if (known !== undefined) this.gathered.set(_id, { ...known, count: known.count + count });
    else if (this.gathered.size < mostCounted)
      this.gathered.set(_id, { _id, publication, gateway, day, count });
  }

  private async add(more: Omit<Seen, 'version'>): Promise<void> {
    await this.counts.change(more._id, (known) =>
      known === null ? more : { ...known, count: known.count + more.count },
    );
  }
}
