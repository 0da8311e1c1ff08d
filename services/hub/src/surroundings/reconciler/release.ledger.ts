import type { Operation, SettledOutcome } from '@towncrier/contracts';
import type { Collection, Page } from '@towncrier/storage';
import { publicationOf, type PublicationDoc } from '../../publications/publication.document.ts';
import type { ReleaseDoc } from './reconciler.documents.ts';
import { heard, recordsOf, type Patience } from './release.record.ts';

/**
 * The records of what was let out. They can be made from the publications at any time, in any order, any
 * number of times.
 */
export class ReleaseLedger {
  constructor(
    private readonly records: Collection<ReleaseDoc>,
    private readonly publications: Collection<PublicationDoc>,
    private readonly patience: Patience,
  ) {}

  /** A channel reported about a delivery. Reports about what this hub never let out are ignored. */
  async hear(
    about: { publication: string; edition: number; operation: Operation; channel: string },
    outcome: SettledOutcome | null,
  ): Promise<void> {
    const id = `${about.publication}:${about.edition}:${about.operation}`;
    if ((await this.records.get(id)) === null) {
      const doc = await this.publications.get(about.publication);
      if (doc === null) return;
      await this.record(doc);
    }
    await this.change(id, (record) => heard(record, about.channel, outcome));
  }

  /**
   * Publications let out something that has no record yet: make it. At most `limit` of them; answers how many
   * there were.
   */
  async catchUp(limit: number): Promise<number> {
    const page = await this.publications.find(
      { untrackedSince: { gt: '' } },
      { order: { untrackedSince: 'asc' }, limit },
    );
    await Promise.all(
      page.items.map(async (doc) => {
        await this.record(doc);
        // losing against another write is harmless: the next round finds it again
        await this.publications.replace({ ...doc, untrackedSince: null }, doc.version);
      }),
    );
    return page.items.length;
  }

  /** Null for what this hub never let out. */
  one(id: string): Promise<ReleaseDoc | null> {
    return this.records.get(id);
  }

  due(now: string, limit: number): Promise<Page<ReleaseDoc>> {
    return this.records.find({ nextAt: { lte: now } }, { order: { nextAt: 'asc' }, limit });
  }

  since(since: string, cursor: string | null, limit: number): Promise<Page<ReleaseDoc>> {
    return this.records.find(
      { releasedAt: { gte: since } },
      { order: { releasedAt: 'asc' }, limit, ...(cursor === null ? {} : { after: cursor }) },
    );
  }

  async change(id: string, to: (record: ReleaseDoc) => ReleaseDoc): Promise<void> {
    await this.records.change(id, (found) => {
      const next = found === null ? null : to(found);
      return next === found ? null : next;
    });
  }

  private async record(doc: PublicationDoc): Promise<void> {
    for (const record of recordsOf(publicationOf(doc), this.patience)) await this.records.insert(record);
  }
}
