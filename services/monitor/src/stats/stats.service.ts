import {
  statsSpans,
  type MovedDelivery,
  type RowState,
  type Stats,
  type StatsSpan,
} from '@towncrier/contracts';
import { everyOne, type Collection } from '@towncrier/storage';
import type { LedgerDoc } from '../ledger/row.ts';
import type { LedgerService } from '../ledger/ledger.service.ts';
import { factOf, type Fact } from './fact.ts';
import { movedSince, statsOf } from './stats.rules.ts';

/** Figures go back so far. */
const longestMs = statsSpans['28d'].ms;
/** Not at rest: they are owed, whenever they were released. */
const open: readonly RowState[] = ['expected', 'accepted', 'working', 'waiting', 'unknown'];
/** Figures that nothing has changed are told again for so long (ms). */
const freshMs = 60_000;

/**
 * The figures of all channels. A few words on each delivery of 28 days are kept in memory: read from the ledger at the
 * start, and told by it ever after, so that no question reads the store.
 */
export class StatsService {
  private readonly facts = new Map<string, Fact>();
  private readonly told = new Map<StatsSpan, Stats>();

  constructor(
    private readonly ledger: Pick<Collection<LedgerDoc>, 'find'>,
    private readonly clock: () => Date,
  ) {}

  /** Reads what the ledger has. */
  async catchUp(): Promise<void> {
    const newest = { order: { releasedAt: 'desc' } } as const;
    for await (const row of everyOne(this.ledger, { releasedAt: { gte: this.begin() } }, newest))
      this.take(row);
    for (const state of open)
      for await (const row of everyOne(this.ledger, { state }, newest)) this.take(row);
  }

  /** Hears of every row that changes. */
  follow(ledger: Pick<LedgerService, 'onChange'>): () => void {
    return ledger.onChange(({ row, id }) => this.take({ ...row, updatedAt: id }));
  }

  of(span: StatsSpan): Stats {
    const now = this.clock().toISOString();
    const known = this.told.get(span);
    if (known !== undefined && Date.parse(now) - Date.parse(known.at) < freshMs) return known;
    this.forget();
    const stats = statsOf(this.facts.values(), span, now);
    this.told.set(span, stats);
    return stats;
  }

  /** What moved on in so many minutes, the newest first. */
  moved(minutes: number, most: number): readonly MovedDelivery[] {
    const since = new Date(this.clock().getTime() - minutes * 60_000).toISOString();
    return movedSince(this.facts.values(), since, most);
  }

  private take(row: Parameters<typeof factOf>[0]): void {
    const known = this.facts.get(row.delivery);
    if (known !== undefined && known.updatedAt > row.updatedAt) return;
    this.facts.set(row.delivery, factOf(row));
    this.told.clear();
  }

  private forget(): void {
    const begin = this.begin();
    for (const [delivery, { releasedAt, state }] of this.facts)
      if (releasedAt < begin && !open.includes(state)) this.facts.delete(delivery);
  }

  private begin(): string {
    return new Date(this.clock().getTime() - longestMs).toISOString();
  }
}
