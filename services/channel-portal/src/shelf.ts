import { everyOne, type Collection } from '@towncrier/storage';
import { isListed } from './lifted.card.ts';
import type { Card } from './cards.ts';

/** A card as lists need it: the text behind it stays in the store. */
export type Shown = Omit<Card, 'article'>;

const urgentForMs = 3 * 86_400_000;
export const isUrgent = (c: Pick<Shown, 'lane' | 'releasedAt'>, now: Date): boolean =>
  c.lane === 'urgent' && Date.parse(c.releasedAt) > now.getTime() - urgentForMs;

/**
 * What is shown, kept in memory: the login page must answer thousands a second. Whole texts come from this
 * service's own store.
 * Neither hub nor broker is needed.
 */
export class Shelf {
  private readonly byId = new Map<string, Shown>();
  private ordered: { readonly minute: number; readonly shown: readonly Shown[] } | null = null;

  private constructor(private readonly cards: Collection<Card>) {}

  static async open(cards: Collection<Card>): Promise<Shelf> {
    const shelf = new Shelf(cards);
    const newestFirst = { order: { releasedAt: 'desc' }, limit: 200 } as const;
    for await (const card of everyOne(cards, { visible: true }, newestFirst)) shelf.keep(card);
    return shelf;
  }

  /** Urgent ones first for three days, then the newest. The same array as long as nothing has changed. */
  shown(now: Date): readonly Shown[] {
    const minute = Math.floor(now.getTime() / 60_000);
    if (this.ordered?.minute !== minute) {
      const before = this.ordered?.shown ?? [];
      const shown = this.arranged(now);
      this.ordered = {
        minute,
        shown: shown.length === before.length && shown.every((c, i) => c === before[i]) ? before : shown,
      };
    }
    return this.ordered.shown;
  }

  /** In no order. */
  cardsShown(): Iterable<Shown> {
    return this.byId.values();
  }

  /** Withdrawn ones too. */
  get(publication: string): Promise<Card | null> {
    return this.cards.get(publication);
  }

  /** In the store first: what a phone sees survives a restart. */
  async put(doc: Omit<Card, 'version'>): Promise<void> {
    const { outcome, doc: card } = await this.cards.change(doc._id, () => doc);
    if (outcome !== 'stored') return;
    this.keep(card);
    this.ordered = null;
  }

  private keep({ article: _article, ...shown }: Card): void {
    if (shown.visible) this.byId.set(shown._id, shown);
    else this.byId.delete(shown._id);
  }

  private arranged(now: Date): readonly Shown[] {
    const at = (c: Shown): number => Date.parse(c.releasedAt);
    const first = (c: Shown): number => Number(isUrgent(c, now));
    return [...this.byId.values()]
      .filter((c) => isListed(c, now))
      .sort((a, b) => first(b) - first(a) || at(b) - at(a) || (a._id < b._id ? -1 : 1));
  }
}
