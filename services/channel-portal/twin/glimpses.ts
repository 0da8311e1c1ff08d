import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';

/** What one venue's phones saw: one entry per notice and wording. */
export interface Glimpse {
  readonly venue: string;
  readonly publication: string;
  readonly text: string;
  readonly at: string;
  visible: boolean;
}

/** A card on a login page, in words. */
export interface SeenCard {
  readonly publication: string;
  readonly text: string;
}

const card = /<a class="c[^"]*" href="\/portal\/notice\/([0-9A-Z]{8})[^"]*">([\s\S]*?)<\/a>/g;

const words = (html: string): string =>
  html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export const cardsOn = (page: string): readonly SeenCard[] =>
  [...page.matchAll(card)].map(([, publication = '', inside = '']) => ({
    publication,
    text: words(inside),
  }));

const same = (a: SeenCard, b: SeenCard): boolean => a.publication === b.publication && a.text === b.text;

/** What phones at all venues have seen. */
export class Glimpses {
  private constructor(private readonly shelf: Shelf<Glimpse>) {}

  static async open(data: string): Promise<Glimpses> {
    return new Glimpses(await Shelf.open<Glimpse>(join(data, 'glimpses.json')));
  }

  get all(): readonly Glimpse[] {
    return this.shelf.items;
  }

  /** A phone at `venue` sees exactly these cards now. @returns whether one was not seen there before */
  async see(venue: string, cards: readonly SeenCard[]): Promise<boolean> {
    const mine = this.shelf.items.filter((g) => g.venue === venue);
    const isOn = (g: Glimpse): boolean => cards.some((c) => same(c, g));
    const turned = mine.filter((g) => g.visible !== isOn(g));
    for (const g of turned) g.visible = isOn(g);
    const fresh = cards.filter((c) => !mine.some((g) => same(c, g)));
    for (const c of fresh)
      this.shelf.items.push({ venue, ...c, at: new Date().toISOString(), visible: true });
    if (turned.length + fresh.length > 0) await this.shelf.save();
    return fresh.length > 0;
  }

  clear(): Promise<void> {
    return this.shelf.clear();
  }
}
