import { withEvents, type OutboxEntry } from '@towncrier/messaging';
import { everyOne, pagesOf, type Collection } from '@towncrier/storage';
import { later } from './ladder.ts';
import { decide } from './thread.decide.ts';
import { refreshed } from './thread.evolve.ts';
import type { Ways } from './thread.standing.ts';
import type { Thread } from './thread.ts';

/** Someone else holds the thread now: whatever was in hand must not be recorded. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface Change {
  readonly thread: Thread;
  readonly events?: readonly OutboxEntry[];
}

/**
 * How long (ms) a worker may be silent before another one takes the thread over. Renewed with every write.
 */
export const leaseMs = 60_000;

export class ThreadStore {
  constructor(
    private readonly collection: Collection<Thread>,
    private readonly can: Ways,
    private readonly now: () => string,
    private readonly kickRelay: () => void,
  ) {}

  get(id: string): Promise<Thread | null> {
    return this.collection.get(id);
  }

  claim(lane: Thread['lane'], token: string): Promise<Thread | null> {
    const now = this.now();
    return this.collection.claim(
      { lane, dueAt: { lte: now } },
      { token, now, until: later(now, leaseMs), order: { dueAt: 'asc' } },
    );
  }

  /** At start, when this process alone owns the store: whoever held a lease before is dead. */
  async releaseAll(): Promise<void> {
    for (const lane of ['urgent', 'normal'] as const) {
      const inOrder = { order: { dueAt: 'asc' }, limit: 500 } as const;
      for await (const page of pagesOf(this.collection, { lane, dueAt: { gt: '' } }, inOrder))
        await Promise.all(
          page
            .filter((t) => t.lease != null)
            .map((t) => this.collection.replace({ ...t, lease: null }, t.version)),
        );
    }
  }

  /** Everything told since `since`, page by page; for telling it again. */
  updatedSince(since: string): AsyncIterable<Thread> {
    const inOrder = { order: { updatedAt: 'asc' }, limit: 200 } as const;
    return everyOne(this.collection, { updatedAt: { gte: since } }, inOrder);
  }

  /**
   * Applies a pure change to the newest state.
   * @returns the stored thread
   * @throws LeaseLost when `token` no longer holds it
   */
  async update(id: string, token: string, to: (thread: Thread) => Change): Promise<Thread> {
    const stored = await this.write(id, (thread, now) => {
      if (thread?.lease?.token !== token) throw new LeaseLost(id);
      const next = to(thread);
      const rests = decide(next.thread, now, this.can).do === 'rest';
      return {
        ...next,
        thread: { ...next.thread, lease: rests ? null : { token, until: later(now, leaseMs) } },
      };
    });
    if (stored === null) throw new LeaseLost(id);
    return stored;
  }

  /**
   * For changes that do not belong to the worker: a new delivery, an operator's wish. The worker's lease
   * stays.
   */
  async append(
    id: string,
    fresh: Omit<Thread, 'version'>,
    to: (thread: Thread) => Change | null,
  ): Promise<Thread> {
    const empty: Thread = { ...fresh, version: 0 };
    return (await this.write(id, (found) => to(found ?? empty))) ?? empty;
  }

  /** Null when there is no thread and none was made. */
  private async write(
    id: string,
    to: (thread: Thread | null, now: string) => Change | null,
  ): Promise<Thread | null> {
    const { outcome, doc } = await this.collection.change(id, (found) => {
      const now = this.now();
      const next = to(found, now);
      return next === null ? null : this.finish(next, now);
    });
    if (outcome === 'stored' && doc.outboxAt !== null) this.kickRelay();
    return doc;
  }

  private finish(change: Change, now: string): Thread {
    const current = refreshed(change.thread, now, this.can);
    return change.events === undefined || change.events.length === 0
      ? current
      : withEvents(current, change.events, now);
  }
}
