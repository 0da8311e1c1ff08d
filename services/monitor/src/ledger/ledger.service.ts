import { EventEmitter } from 'node:events';
import type { LedgerRow } from '@towncrier/contracts';
import type { Collection } from '@towncrier/storage';
import { tell, type LedgerEvent, type Telling } from './ledger.ts';
import { rowOf, type LedgerDoc } from './row.ts';

export interface LiveRow {
  readonly row: LedgerRow;
  readonly id: string;
}

/** The ledger publication × edition × channel, rebuilt from nothing but events. */
export class LedgerService {
  private readonly live = new EventEmitter<{ row: [LiveRow] }>();

  /** @param follow what is made of the rows of a publication, once they have changed */
  constructor(
    private readonly rows: Collection<LedgerDoc>,
    private readonly follow: (publication: string) => Promise<void> = () => Promise.resolve(),
  ) {
    this.live.setMaxListeners(0);
  }

  async record(event: LedgerEvent): Promise<void> {
    const tellings = tell(event);
    const written = await Promise.all(tellings.map((telling) => this.write(telling)));
    // also where the rows knew it already: whoever wrote them may have died before this
    for (const publication of new Set(tellings.map(({ row }) => publicationOf(row))))
      await this.follow(publication);
    for (const live of written) if (live !== null) this.live.emit('row', live);
  }

  async get(delivery: string): Promise<LedgerRow | null> {
    const doc = await this.rows.get(delivery);
    return doc === null ? null : rowOf(doc);
  }

  async ofPublication(publication: string): Promise<readonly LedgerRow[]> {
    const page = await this.rows.find({ publication }, { order: { releasedAt: 'asc' }, limit: 1000 });
    return page.items.map(rowOf);
  }

  async list(
    filter: { state?: string; channel?: string; publication?: string },
    after: string | undefined,
    limit: number,
  ): Promise<{ items: readonly LedgerRow[]; cursor?: string }> {
    const where = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const page = await this.rows.find(where, {
      order: { releasedAt: 'desc' },
      limit,
      ...(after === undefined ? {} : { after }),
    });
    return { items: page.items.map(rowOf), ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  }

  /**
   * Rows changed after the instant `id` of an earlier live row, oldest first; for a browser that was away.
   */
  async changedSince(id: string): Promise<readonly LiveRow[]> {
    const page = await this.rows.find(
      { updatedAt: { gt: id } },
      { order: { updatedAt: 'asc' }, limit: 1000 },
    );
    return page.items.map((doc) => ({ row: rowOf(doc), id: doc.updatedAt }));
  }

  onChange(listener: (live: LiveRow) => void): () => void {
    this.live.on('row', listener);
    return () => void this.live.off('row', listener);
  }

  private async write(telling: Telling): Promise<LiveRow | null> {
    const { outcome, doc } = await this.rows.change(telling.row, (known) => {
      const next = telling.apply(known);
      return next === known ? null : next;
    });
    return outcome === 'stored' ? { row: rowOf(doc), id: doc.updatedAt } : null;
  }
}

const publicationOf = (delivery: string): string => delivery.split(':', 1)[0] ?? delivery;
