import { z } from 'zod';
import { cardsOn, type Glimpses } from './glimpses.ts';

const everyMs = 1000;
/** Not every phone that opens the page draws it and goes on. */
const drawnEvery = 15;
const timeoutMs = 5000;
const venue = z.object({ id: z.string(), gateway: z.string() });

/** Phones that come into the Wi-Fi of every venue in use: open the login page, draw it (beacon), read, go on. */
export class Phones {
  private venues: readonly z.infer<typeof venue>[] = [];
  private round = 0;
  private closed = false;
  private timer: NodeJS.Timeout;
  /** One after the other: an older page must never overwrite what a newer one showed. */
  private visits: Promise<void> = Promise.resolve();

  constructor(
    private readonly glimpses: Glimpses,
    private readonly channelUrl: string,
  ) {
    this.timer = this.later();
  }

  /** One phone at every venue. */
  look(): Promise<void> {
    this.visits = this.visits.then(async () => {
      await this.meet().catch(() => undefined);
      for (const at of this.venues) await this.visit(at).catch(() => undefined);
      this.round += 1;
    });
    return this.visits;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.visits;
  }

  private later(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.look().then(() => {
        if (!this.closed) this.timer = this.later();
      });
    }, everyMs);
  }

  /** Phones are wherever the register has a venue; at one that left it nothing is seen any more. */
  private async meet(): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(`${this.channelUrl}/portal/venues.json`, { signal });
    const { venues } = z.object({ venues: z.array(venue) }).parse(await answer.json());
    const closed = this.venues.filter(({ id }) => !venues.some((v) => v.id === id));
    this.venues = venues;
    for (const { id } of closed) await this.glimpses.see(id, []);
  }

  private async visit({ id, gateway }: z.infer<typeof venue>): Promise<void> {
    const answer = await fetch(`${this.channelUrl}/portal/?gw=${gateway}`, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) captive' },
    });
    const page = await answer.text();
    if (!answer.ok) return;
    const fresh = await this.glimpses.see(id, cardsOn(page));
    const beacon = /src="(\/portal\/seen\/[^"]+)"/.exec(page)?.[1];
    if (beacon !== undefined && (fresh || this.round % drawnEvery === 0)) await this.draw(gateway, beacon);
  }

  private async draw(gateway: string, beacon: string): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    await (await fetch(`${this.channelUrl}${beacon}`, { signal })).arrayBuffer();
    const onward = await fetch(`${this.channelUrl}/portal/continue`, {
      method: 'POST',
      body: new URLSearchParams({ gw: gateway }),
      signal,
    });
    await onward.text();
  }
}
