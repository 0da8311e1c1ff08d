import { lane } from '@towncrier/contracts';
import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

export const face = z.object({
  title: z.string(), summary: z.string(), badge: z.enum(['通知', '公示', '更正', '紧急', '撤回']), issuer: z.string(), publishedOn: z.string().nullable(),
  deadline: z.object({ label: z.string(), value: z.string() }).nullable(), link: z.string(),
});
export type Face = z.infer<typeof face>;

/** One notice on the login page. `article` is the whole text, so that nobody needs to be online to read it. */
export const card = z.object({ _id: z.string(), version: z.int(), edition: z.int(), hash: z.string(), face, article: z.string(), lane, releasedAt: z.string(), visible: z.boolean() });
export type Card = z.infer<typeof card>;
export const cards: CollectionSpec<Card> = { name: 'cards', schema: card, indexes: [['visible', 'releasedAt']] };

/** How often a notice was seen at a venue on a day. Nothing about who. */
export const seen = z.object({ _id: z.string(), version: z.int(), publication: z.string(), gateway: z.string(), day: z.string(), count: z.int().nonnegative() });
export type Seen = z.infer<typeof seen>;
export const sightings: CollectionSpec<Seen> = { name: 'impressions', schema: seen, indexes: [['publication', 'day']] };

/** What is shown, kept in memory: the login page must answer thousands a second and needs neither hub nor broker. */
export class Shelf {
  private current: readonly Card[] = [];
  constructor(private readonly cards: Collection<Card>) {}

  async load(): Promise<void> {
    const found: Card[] = [];
    let after: string | undefined;
    do {
      const page = await this.cards.find({ visible: true }, { order: { releasedAt: 'desc' }, limit: 500, ...(after === undefined ? {} : { after }) });
      found.push(...page.items);
      after = page.cursor;
    } while (after !== undefined);
    this.current = found.sort((a, b) => Number(b.lane === 'urgent') - Number(a.lane === 'urgent'));
  }

  /** Urgent ones first, then the newest. */
  shown(): readonly Card[] { return this.current; }
  find(publication: string): Card | undefined { return this.current.find((c) => c._id === publication); }
  get(publication: string): Promise<Card | null> { return this.cards.get(publication); }

  async put(doc: Omit<Card, 'version'>): Promise<void> {
    for (;;) {
      const known = await this.cards.get(doc._id);
      if (known === null ? await this.cards.insert(doc) : await this.cards.replace(doc, known.version)) break;
    }
    await this.load();
  }
}
