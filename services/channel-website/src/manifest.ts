import { lane } from '@towncrier/contracts';
import type { Collection, CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';

/** One article of the site. `number` is its place in the order of first publication; `listed` says that lists show its newest state. */
export const entry = z.object({
  _id: z.string(), version: z.int(), number: z.int().positive(), edition: z.int(), title: z.string(), releasedAt: z.string(), lane,
  state: z.enum(['published', 'corrected', 'withdrawn']), listed: z.boolean(),
});
export type Entry = z.infer<typeof entry>;
export const entries: CollectionSpec<Entry> = { name: 'entries', schema: entry, indexes: [['number'], ['listed', 'number']] };

/** What the lists are made from. One process writes the site, so numbering needs no more than the last number. */
export class Manifest {
  constructor(private readonly entries: Collection<Entry>) {}

  async put(publication: string, facts: Omit<Entry, '_id' | 'version' | 'number' | 'listed'>): Promise<Entry> {
    for (;;) {
      const known = await this.entries.get(publication);
      const doc = { _id: publication, number: known?.number ?? (await this.last()) + 1, listed: false, ...facts };
      const stored = known === null ? await this.entries.insert(doc) : await this.entries.replace(doc, known.version);
      if (stored) return { ...doc, version: (known?.version ?? 0) + 1 };
    }
  }

  get(publication: string): Promise<Entry | null> { return this.entries.get(publication); }

  async last(): Promise<number> {
    return (await this.entries.find({}, { order: { number: 'desc' }, limit: 1 })).items[0]?.number ?? 0;
  }

  async between(from: number, to: number): Promise<readonly Entry[]> {
    return (await this.entries.find({ number: { gte: from, lte: to } }, { order: { number: 'desc' }, limit: 1000 })).items;
  }

  async unlisted(): Promise<readonly Entry[]> { return (await this.entries.find({ listed: false }, { limit: 1000 })).items; }

  async listed(of: Entry): Promise<void> { await this.entries.replace({ ...of, listed: true }, of.version); }
}
