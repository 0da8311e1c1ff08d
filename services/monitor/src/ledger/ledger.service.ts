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

  constructor(private readonly rows: Collection<LedgerDoc>) {
    this.live.setMaxListeners(0);
  }

  async record(event: LedgerEvent): Promise<void> {
    await Promise.all(tell(event).map((telling) => this.write(telling)));
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

  private async write(telling: Telling): Promise<void> {
    const { outcome, doc } = await this.rows.change(telling.row, (known) => {
      const next = telling.apply(known);
      return next === known ? null : next;
    });
    if (outcome === 'stored') this.live.emit('row', { row: rowOf(doc), id: doc.updatedAt });
  }
}
