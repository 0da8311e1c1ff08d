import type { Showing } from '../src/round.ts';
import { Kept } from './kept.ts';
import { Programme } from './programme.ts';
import { Reports } from './reports.ts';
import { note, say, showPicture } from './stage.ts';
import { isIn } from './turn.ts';

const pollMs = 1000;
const timeoutMs = 10_000;
const stallMs = 300_000;
const lookMs = 30_000;

/**
 * Shows nothing it could not verify: the playlist's Ed25519 signature (key kept since first sight) and each
 * page's SHA-256. What was verified is kept, so that it goes on without network, and ends when an item's time
 * is over.
 */
export class Player {
  private readonly kept: Kept;
  private readonly programme: Programme;
  private readonly reports: Reports;
  private wake: () => void = () => undefined;
  private etag = '';
  private online = false;
  private alive = Date.now();

  constructor(private readonly screen: string) {
    this.kept = new Kept(screen);
    this.reports = new Reports(screen, this.kept);
    this.programme = new Programme(screen, this.kept, () => this.wake());
  }

  async start(): Promise<void> {
    const kept = this.kept.get('playlist');
    if (kept !== null)
      await this.programme
        .take(new TextEncoder().encode(kept.body), kept.signature)
        .catch((error: unknown) => note(wordsOf(error)));
    setInterval(() => {
      if (this.online && Date.now() - this.alive > stallMs) location.reload();
    }, lookMs);
    void this.poll();
    void this.run();
  }

  private async poll(): Promise<void> {
    try {
      await this.fetchPlaylist();
      this.online = true;
      note('');
      await this.reports.send(this.programme.playlist);
    } catch (error) {
      this.online = false;
      note(`${wordsOf(error)} · ${new Date().toLocaleTimeString('zh-CN')}`);
    }
    setTimeout(() => void this.poll(), pollMs);
  }

  private async fetchPlaylist(): Promise<void> {
    const answer = await fetch(`/player/v1/playlist?screen=${encodeURIComponent(this.screen)}`, {
      headers: this.etag === '' ? {} : { 'if-none-match': this.etag },
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.status === 304) return;
    if (answer.status !== 200) throw new Error(`服务答复 ${answer.status}`);
    const body = await answer.arrayBuffer();
    const signature = answer.headers.get('x-towncrier-signature') ?? '';
    await this.programme.take(body, signature);
    this.reports.beatSoon();
    this.etag = answer.headers.get('etag') ?? '';
    this.kept.set('playlist', { body: new TextDecoder().decode(body), signature });
  }

  private async run(): Promise<never> {
    for (;;) {
      this.alive = Date.now();
      const sane = this.programme.clockIsSane(new Date());
      const showing = sane ? this.programme.next(new Date()) : null;
      if (showing === null) {
        say(this.programme.playlist !== null && !sane ? '本机时间不正确，暂停播放' : '政务公开');
        await this.sleep(1000);
        continue;
      }
      const start = Date.now();
      if (await this.show(showing)) this.reports.shown(showing, start, this.online);
    }
  }

  /** Page by page. @returns false when it had to make room before it was shown whole */
  private async show({ item, pages }: Showing): Promise<boolean> {
    for (const page of pages) {
      const shown = this.programme.playlist;
      showPicture(shown?.profile.kind ?? 'screen', this.programme.pages.urlOf(page), item.text);
      const until = Date.now() + page.ms;
      await this.sleep(page.ms);
      this.alive = Date.now();
      const now = this.programme.playlist;
      if (now !== shown && !isIn(now?.items ?? [], item)) return false;
      if (this.programme.hasNewsBeside(item) && Date.now() < until) return false;
    }
    return true;
  }

  /** Until `ms` are over or the programme changes. */
  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** `fetch` fails with a TypeError when there is no network. */
function wordsOf(error: unknown): string {
  if (error instanceof TypeError) return '离线';
  return error instanceof Error ? error.message : String(error);
}
