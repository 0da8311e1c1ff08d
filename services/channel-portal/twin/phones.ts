import { cardsOn, type Glimpses } from './glimpses.ts';

const everyMs = 1000;
/** Not every phone that opens the page draws it and goes on. */
const drawnEvery = 15;
const timeoutMs = 5000;

/** Phones that come into the Wi-Fi of three venues: open the login page, draw it (beacon), read, go on. */
export class Phones {
  static readonly venues = ['bus-station-1', 'library-1', 'service-hall-1'] as const;
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
      for (const gateway of Phones.venues) await this.visit(gateway).catch(() => undefined);
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

  private async visit(gateway: string): Promise<void> {
    const answer = await fetch(`${this.channelUrl}/portal/?gw=${gateway}`, {
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) captive' },
    });
    const page = await answer.text();
    if (!answer.ok) return;
    const fresh = await this.glimpses.see(gateway, cardsOn(page));
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
