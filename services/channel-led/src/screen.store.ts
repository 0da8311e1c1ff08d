import { everyOne, type Collection, type Store } from '@towncrier/storage';
import {
  acks,
  entries,
  heartbeats,
  pages,
  plays,
  type Ack,
  type Entry,
  type Heartbeat,
  type PageDoc,
  type Play,
} from './led.documents.ts';
import type { FormPages } from './led.rendition.ts';
import { PagesInForce } from './pages.in.force.ts';
import type { Beat, Played } from './player.requests.ts';

type Standing = Omit<Entry, 'version' | 'forms'> & { readonly forms: readonly FormPages[] };

const playsKeptDays = 180;

/** What is to be shown, and what the screens said about it. */
export class ScreenStore {
  private readonly inForce: PagesInForce;

  private constructor(
    private readonly entries: Collection<Entry>,
    private readonly pages: Collection<PageDoc>,
    private readonly acks: Collection<Ack>,
    private readonly plays: Collection<Play>,
    private readonly beats: Collection<Heartbeat>,
  ) {
    this.inForce = new PagesInForce(entries);
  }

  static async open(store: Store): Promise<ScreenStore> {
    return new ScreenStore(
      await store.collection(entries),
      await store.collection(pages),
      await store.collection(acks),
      await store.collection(plays),
      await store.collection(heartbeats),
    );
  }

  entry(publication: string): Promise<Entry | null> {
    return this.entries.get(publication);
  }

  /**
   * Pictures first, the entry last: whoever sees the entry finds its pictures. Nothing changes when this or
   * something later already stands there.
   */
  async show(standing: Standing): Promise<void> {
    for (const { sha256, png } of standing.forms.flatMap((f) => f.pages))
      await this.keepPage(sha256, png, standing.to);
    const fresh = {
      ...standing,
      forms: standing.forms.map((f) => ({
        ...f,
        pages: f.pages.map(({ sha256, ms, png }) => ({ sha256, ms, bytes: png.length })),
      })),
    };
    await put(this.entries, fresh, (known) => supersedes(fresh, known));
    this.inForce.changed();
  }

  /** All that is in force at `now`, and when anything last changed. */
  async standing(now: string): Promise<{ readonly entries: readonly Entry[]; readonly changedAt: string }> {
    const living: Entry[] = [];
    for await (const entry of everyOne(this.entries, { to: { gt: now } })) living.push(entry);
    const latest = await this.entries.find({}, { order: { changedAt: 'desc' }, limit: 1 });
    return { entries: living, changedAt: latest.items[0]?.changedAt ?? '1970-01-01T00:00:00.000Z' };
  }

  /** Null for a page that no entry in force at `now` names. */
  async page(sha256: string, now: string): Promise<Buffer | null> {
    if (!(await this.inForce.has(sha256, now))) return null;
    const found = await this.pages.get(sha256);
    return found === null ? null : Buffer.from(found.png, 'base64');
  }

  /** @returns false when this play was reported before */
  async played(screen: string, play: Played, now: string): Promise<boolean> {
    const { uuid, notice, edition, kind, start, ms, source } = play;
    const first = await this.plays.insert({
      _id: uuid,
      screen,
      publication: notice,
      edition,
      kind,
      start,
      ms,
      source,
      receivedAt: now,
    });
    await put(
      this.acks,
      {
        _id: `${screen}/${notice}`,
        screen,
        publication: notice,
        edition,
        kind,
        pages: [...play.pages],
        at: now,
      },
      (known) =>
        known.edition < edition ||
        (known.edition === edition && (known.kind === kind || kind === 'withdrawal')),
    );
    return first;
  }

  /** By screen. */
  async acknowledged(publication: string): Promise<ReadonlyMap<string, Ack>> {
    const all = new Map<string, Ack>();
    for await (const ack of everyOne(this.acks, { publication })) all.set(ack.screen, ack);
    return all;
  }

  beat({ screen, rev, items, clock }: Beat, now: string): Promise<void> {
    return put(this.beats, { _id: screen, rev, items: [...items], clock, at: now }, () => true);
  }
  lastBeat(screen: string): Promise<Heartbeat | null> {
    return this.beats.get(screen);
  }
  /** Last sign of life (ISO 8601) by screen. */
  async beatsBy(): Promise<ReadonlyMap<string, string>> {
    const all = new Map<string, string>();
    for await (const { _id, at } of everyOne(this.beats, {})) all.set(_id, at);
    return all;
  }

  /** Forgets pictures nothing can show any more, and old plays. A little at a time. */
  async sweep(now: Date): Promise<void> {
    const old = await this.pages.find({ until: { lt: now.toISOString() } }, { limit: 50 });
    for (const { _id } of old.items) await this.pages.delete(_id);
    const ancient = await this.plays.find(
      { receivedAt: { lt: new Date(now.getTime() - playsKeptDays * 86_400_000).toISOString() } },
      { limit: 200 },
    );
    for (const { _id } of ancient.items) await this.plays.delete(_id);
  }

  private keepPage(sha256: string, png: Uint8Array, until: string): Promise<void> {
    return put(
      this.pages,
      { _id: sha256, png: Buffer.from(png).toString('base64'), until },
      (known) => known.until < until,
    );
  }
}

/** A later edition replaces an earlier one, and its withdrawal replaces the notice; nothing goes back. */
function supersedes(fresh: Omit<Entry, 'version'>, known: Entry): boolean {
  if (fresh.edition !== known.edition) return fresh.edition > known.edition;
  if (fresh.kind !== known.kind) return fresh.kind === 'withdrawal';
  return fresh.hash !== known.hash && fresh.kind === 'notice';
}

/** Insert, or replace where `better` says that ours supersedes the stored one. */
async function put<T extends { readonly _id: string; readonly version: number }>(
  into: Collection<T>,
  doc: Omit<T, 'version'> & { readonly _id: string },
  better: (known: T) => boolean,
): Promise<void> {
  await into.change(doc._id, (known) => (known === null || better(known) ? doc : null));
}
