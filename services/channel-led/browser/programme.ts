import type { Playlist, PlaylistItem } from '../src/playlist.format.ts';
import type { Kept } from './kept.ts';
import { PageShelf } from './page.shelf.ts';
import { refusalOf, signedPlaylist } from './playlist.check.ts';
import type { Showing } from '../src/round.ts';
import { changeOf, clockIsSane, dueOf, firstTurn, nextOf, withNews, type Turn } from './turn.ts';

/** What a screen has to show: the last playlist that could be verified, with its pictures. */
export class Programme {
  playlist: Playlist | null = null;
  readonly pages = new PageShelf();
  private turn: Turn = firstTurn;

  /** `changed` is told when something came or went: what stands may have to make room. */
  constructor(
    private readonly screen: string,
    private readonly kept: Kept,
    private readonly changed: () => void,
  ) {}

  /** @throws Error in words when the playlist or a page of it is not taken; then all is as before */
  async take(body: ArrayBuffer | Uint8Array<ArrayBuffer>, signature: string): Promise<void> {
    const next = await signedPlaylist(body, signature, await this.key());
    const refused = refusalOf(next, this.screen, this.playlist);
    if (refused !== null) throw new Error(refused);
    await this.pages.take(next.items.flatMap((item) => item.pages));
    const { added, gone } = changeOf(this.playlist?.items ?? [], next.items);
    // on a screen that was switched on nothing is news: its rounds begin with what is urgent
    this.turn = this.playlist === null ? this.turn : withNews(this.turn, added);
    this.playlist = next;
    if (added.length > 0 || gone) this.changed();
  }

  clockIsSane(now: Date): boolean {
    return this.playlist !== null && clockIsSane(this.playlist, now);
  }

  /** @returns null when nothing is due */
  next(now: Date): Showing | null {
    const { showing, turn } = nextOf(dueOf(this.playlist?.items ?? [], now), this.turn);
    this.turn = turn;
    return showing;
  }

  /** Something came that was not shown yet, other than `item`. */
  hasNewsBeside(item: PlaylistItem): boolean {
    return this.turn.fresh.length > 0 && !this.turn.fresh.includes(item);
  }

  private async key(): Promise<string> {
    const kept = this.kept.get('key');
    if (kept !== null) return kept;
    const { spki }: { spki: string } = await (await fetch('/player/v1/key')).json();
    this.kept.set('key', spki);
    return spki;
  }
}
