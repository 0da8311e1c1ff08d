import type { Beat, Play, Plays } from '../src/player.requests.ts';
import type { Playlist } from '../src/playlist.format.ts';
import type { Showing } from '../src/round.ts';
import { token, type Kept } from './kept.ts';
import { ShownWhole } from './shown.whole.ts';
import { dueOf, nameOf } from './turn.ts';

const beatMs = 15_000;
const reportAgainMs = 3_600_000;
const queueMost = 200;
const timeoutMs = 10_000;

/** Tells the service what was shown whole and what is in turn; what cannot be told waits in `kept`. */
export class Reports {
  private readonly reported = new Map<string, number>();
  private readonly whole = new ShownWhole();
  private lastBeat = 0;

  constructor(
    private readonly screen: string,
    private readonly kept: Kept,
  ) {}

  /** The next `send` tells the service what is in turn. */
  beatSoon(): void {
    this.lastBeat = 0;
  }

  /**
   * Notes a showing from `start` (ms) to now; told once every page of the item was shown, the same item again only
   * after an hour.
   */
  shown(showing: Showing, start: number, online: boolean): void {
    const now = Date.now();
    const { item } = showing;
    const whole = this.whole.add(showing, start, now - start);
    if (whole === null || now - (this.reported.get(nameOf(item)) ?? 0) < reportAgainMs) return;
    this.reported.set(nameOf(item), now);
    const play: Play = {
      uuid: crypto.randomUUID(),
      notice: item.notice,
      edition: item.edition,
      kind: item.kind,
      pages: item.pages.map((page) => page.sha256),
      start: new Date(whole.start).toISOString(),
      ms: whole.ms,
      source: online ? 'live' : 'backfill',
    };
    this.kept.set('plays', [...this.queue(), play].slice(-queueMost));
  }

  /** @throws Error in words when the service does not take reports from this box */
  async send(playlist: Playlist | null): Promise<void> {
    const plays = [...this.queue()];
    if (plays.length > 0 && (await this.post('plays', { screen: this.screen, plays }))) {
      const told = new Set(plays.map((play) => play.uuid));
      this.kept.set(
        'plays',
        this.queue().filter((play) => !told.has(play.uuid)),
      );
    }
    const now = new Date();
    if (playlist === null || now.getTime() - this.lastBeat <= beatMs) return;
    this.lastBeat = now.getTime();
    await this.post('heartbeat', {
      screen: this.screen,
      rev: playlist.rev,
      clock: now.toISOString(),
      items: dueOf(playlist.items, now).map(({ notice, edition, kind }) => ({ notice, edition, kind })),
    });
  }

  private queue(): readonly Play[] {
    return this.kept.get('plays') ?? [];
  }

  private async post(...[what, body]: ['plays', Plays] | ['heartbeat', Beat]): Promise<boolean> {
    const answer = await fetch(`/player/v1/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.status === 401)
      throw new Error(`播放器口令不对，请用 /player/?screen=${this.screen}#token=… 打开一次`);
    return answer.ok;
  }
}
