import type { ChannelAnnounced } from '@towncrier/contracts';
import { canonicalJson } from '@towncrier/content';
import { ProblemError } from '../../http/problem.ts';
import { allOf } from '../../ports/all-of.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { deedOf, theSystem, type Doer } from '../../trail/audit.deed.ts';
import type { Deed } from '../../trail/audit.fact.ts';
import { factsIn, type AuditedStore } from '../../trail/audited.store.ts';
import type { KnownChannelDoc } from './known.channel.ts';

/** How exactly it is kept when a channel was last seen (ms). */
const seenEveryMs = 60_000;

interface Act {
  readonly key: string;
  readonly revision: number;
  readonly act: 'appear' | 'return' | 'remove';
  readonly by: Doer;
  readonly reason?: string;
}

/** Remembers every channel that ever announced itself. */
export class ChannelRegister {
  constructor(
    private readonly store: AuditedStore<KnownChannelDoc>,
    private readonly clock: Clock,
  ) {}

  /**
   * These announce themselves now; one that was removed is back by that. Answers all that are known, in order
   * of id.
   */
  async remember(live: readonly ChannelAnnounced[]): Promise<readonly KnownChannelDoc[]> {
    const known = await allOf(this.store.docs);
    const news = live.filter((announced) => this.isNews(known.get(announced.id), announced));
    if (news.length === 0) return [...known.values()];
    for (const announced of news) await this.note(known.get(announced.id), announced);
    return [...(await allOf(this.store.docs)).values()];
  }

  /** @throws ProblemError 404 · 409 `stale` */
  remove(who: Doer, id: string, revision: number, reason: string): Promise<KnownChannelDoc> {
    const removed = { by: who.name, at: this.now(), reason };
    return this.store.change(id, revision, (doc) => ({
      next: { ...factsIn(doc), removed },
      fact: this.deed({ key: id, revision: revision + 1, act: 'remove', by: who, reason }),
    }));
  }

  private async note(known: KnownChannelDoc | undefined, announced: ChannelAnnounced): Promise<void> {
    if (known === undefined) await this.appear(announced);
    else if (known.removed !== null) await this.back(known, announced);
    else await this.refresh(announced);
  }

  private async appear(announced: ChannelAnnounced): Promise<void> {
    const at = this.now();
    await this.store.insert(
      { _id: announced.id, announced, firstSeen: at, lastSeen: at, removed: null },
      this.deed({ key: announced.id, revision: 1, act: 'appear', by: theSystem }),
    );
  }

  private async back({ _id: key, revision }: KnownChannelDoc, announced: ChannelAnnounced): Promise<void> {
    try {
      await this.store.change(key, revision, (doc) => ({
        next: { ...factsIn(doc), announced, lastSeen: this.now(), removed: null },
        fact: this.deed({ key, revision: revision + 1, act: 'return', by: theSystem }),
      }));
    } catch (error) {
      // another replica saw it, too
      if (!(error instanceof ProblemError && error.details.code === 'stale')) throw error;
    }
  }

  /** No change of the directory, and so no line of the trail. */
  private async refresh(announced: ChannelAnnounced): Promise<void> {
    await this.store.docs.change(announced.id, (doc) =>
      doc === null ? null : { ...doc, announced, lastSeen: this.now() },
    );
  }

  private isNews(known: KnownChannelDoc | undefined, now: ChannelAnnounced): boolean {
    if (known === undefined || known.removed !== null) return true;
    const old = Math.abs(this.clock().getTime() - Date.parse(known.lastSeen)) >= seenEveryMs;
    return old || said(known.announced) !== said(now);
  }

  private deed({ key, revision, act, by, reason }: Act): Deed {
    return deedOf({ kind: 'channel', key, revision, act, by, at: this.clock(), reason });
  }

  private now(): string {
    return this.clock().toISOString();
  }
}

/** What it says of itself, but for when. */
const said = ({ at: _at, ...rest }: KnownChannelDoc['announced']): string => canonicalJson(rest);
