import { editionColumn, endingAct, lane } from '@towncrier/contracts';
import { everyOne, type Collection, type CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** How an article stands on its page; `hash` is of what is between the marks there. */
export const look = z.object({
  edition: z.int().positive(),
  title: z.string(),
  lane,
  state: z.enum(['published', 'corrected', 'withdrawn']),
  act: endingAct.optional(),
  hash: z.string(),
  /** Who answers for it; absent in what an earlier release put up. */
  issuer: z.string().optional(),
  /** Its own column. */
  column: editionColumn.optional(),
  /** Where they are called, as the article says it. */
  phone: z.string().optional(),
});
export type Look = z.infer<typeof look>;

/**
 * One article of the site. `number` is its place in the order of first publication. `next` is written before
 * the page is, so that an
 * interrupted publication is known: lists show `shown`, and `next` once the page itself shows it.
 */
export const article = z.object({
  _id: z.string(),
  version: z.int(),
  number: z.int().positive(),
  releasedAt: z.string(),
  shown: look.nullable(),
  next: look.nullable(),
  open: z.boolean(),
  urgent: z.boolean(),
});
export type Article = z.infer<typeof article>;
export const articles: CollectionSpec<Article> = {
  name: 'articles',
  schemaVersion: 1,
  schema: article,
  indexes: [['number'], ['open', 'number'], ['urgent', 'number']],
};

export const isUrgent = (at: Look): boolean => at.lane === 'urgent' && at.state !== 'withdrawn';

/** What the lists are made from. One process writes the site: numbers are given out here, one at a time. */
export class Manifest {
  private turn: Promise<unknown> = Promise.resolve();
  constructor(private readonly articles: Collection<Article>) {}

  /** Says what the page is about to show. @param releasedAt kept from the first time */
  intend(publication: string, releasedAt: string, next: Look): Promise<Article> {
    const mine = this.turn.then(() => this.put(publication, releasedAt, next));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** The lists show it now. Does nothing when something newer is intended meanwhile. */
  async settle(of: Article, shown: Look): Promise<void> {
    await this.articles.replace(
      { ...of, shown, next: null, open: false, urgent: isUrgent(shown) },
      of.version,
    );
  }

  get(publication: string): Promise<Article | null> {
    return this.articles.get(publication);
  }

  async last(): Promise<number> {
    return (await this.articles.find({}, { order: { number: 'desc' }, limit: 1 })).items[0]?.number ?? 0;
  }

  /** Newest first. */
  async between(from: number, to: number): Promise<readonly Article[]> {
    return (
      await this.articles.find({ number: { gte: from, lte: to } }, { order: { number: 'desc' }, limit: 1000 })
    ).items;
  }

  async urgent(most: number): Promise<readonly Article[]> {
    return (await this.articles.find({ urgent: true }, { order: { number: 'desc' }, limit: most })).items;
  }

  async open(): Promise<readonly Article[]> {
    const found: Article[] = [];
    const inOrder = { order: { number: 'asc' } } as const;
    for await (const article of everyOne(this.articles, { open: true }, inOrder)) found.push(article);
    return found;
  }

  private async put(publication: string, releasedAt: string, next: Look): Promise<Article> {
    const { doc } = await this.articles.change(publication, async (known) =>
      known === null
        ? {
            _id: publication,
            number: (await this.last()) + 1,
            releasedAt,
            shown: null,
            next,
            open: true,
            urgent: false,
          }
        : { ...known, next, open: true },
    );
    if (doc === null) throw new Error(`no article was made for ${publication}`);
    return doc;
  }
}
