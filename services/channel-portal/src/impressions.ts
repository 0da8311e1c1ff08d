import { randomBytes } from 'node:crypto';
import type { Collection } from '@towncrier/storage';
import type { Seen } from './cards.ts';

interface Ticket { readonly gateway: string; readonly publications: readonly string[]; readonly until: number }
const validForMs = 10 * 60_000;
const most = 50_000;

/**
 * Counts what was on a page that a phone really drew: the page carries a one-use ticket in its beacon.
 * iOS fetches the page twice and probes never load images, so a fetch alone proves nothing.
 */
export class Impressions {
  private readonly open = new Map<string, Ticket>();
  constructor(private readonly counts: Collection<Seen>, private readonly clock: () => Date) {}

  ticket(gateway: string, publications: readonly string[]): string {
    const id = randomBytes(12).toString('base64url');
    this.open.set(id, { gateway, publications, until: this.clock().getTime() + validForMs });
    const oldest = this.open.keys().next().value;
    if (this.open.size > most && oldest !== undefined) this.open.delete(oldest);
    return id;
  }

  /** @returns false for a ticket that was used before, is too old or was never given */
  async redeem(id: string): Promise<boolean> {
    const ticket = this.open.get(id);
    this.open.delete(id);
    if (ticket === undefined || ticket.until < this.clock().getTime()) return false;
    const day = new Date(this.clock().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await Promise.all(ticket.publications.map((publication) => this.add(publication, ticket.gateway, day)));
    return true;
  }

  async total(publication: string): Promise<number> {
    const page = await this.counts.find({ publication }, { limit: 1000 });
    return page.items.reduce((sum, s) => sum + s.count, 0);
  }

  private async add(publication: string, gateway: string, day: string): Promise<void> {
    const _id = `${publication}|${gateway}|${day}`;
    for (;;) {
      const known = await this.counts.get(_id);
      const done = known === null
        ? await this.counts.insert({ _id, publication, gateway, day, count: 1 })
        : await this.counts.replace({ ...known, count: known.count + 1 }, known.version);
      if (done) return;
    }
  }
}
