import { releases } from '@towncrier/contracts';
import type { Broker } from '@towncrier/messaging';
import type { Collection } from '@towncrier/storage';
import type { Clock, HubLog } from '../../ports/hub.parts.ts';
import type { DutyDoc, ReleaseDoc } from './reconciler.documents.ts';
import { ReleaseLedger } from './release.ledger.ts';
import { postponed, toldAgain, type Patience } from './release.record.ts';
import { Reteller } from './reteller.ts';

export interface ReconcilerParts {
  readonly duty: Collection<DutyDoc>;
  readonly ledger: ReleaseLedger;
  readonly reteller: Reteller;
  readonly broker: Broker;
  readonly clock: Clock;
  readonly log: HubLog;
  readonly patience: Patience;
  readonly everyMs: number;
  /** Fences this replica's turns on duty. */
  readonly token: string;
}

const page = 100;
const retellDays = 30;
const dutyId = 'reconciler';

/**
 * Turns every loss in the broker into a delay: what a channel has not taken over is told again, by one
 * replica at a time.
 */
export class Reconciler {
  private readonly stopped = new AbortController();
  private wake: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();
  private current: Promise<void> = Promise.resolve();
  private connectedAt: number | null = null;

  constructor(private readonly parts: ReconcilerParts) {}

  /** `alone`: no other replica shares the store, so a lease found in it belongs to the dead. */
  async start(alone: boolean): Promise<void> {
    const { duty, broker, log } = this.parts;
    await duty.insert({ _id: dutyId, retelling: null });
    if (alone) await this.changeDuty((doc) => ({ ...doc, lease: null }));
    broker.onRebirth(
      (streams) =>
        void this.reborn(streams).catch((error: unknown) =>
          log.error({ error: String(error) }, 'could not note that the broker was reborn'),
        ),
    );
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    this.wake();
    await this.loop;
  }

  /**
   * The broker lost its releases: everything of the last 30 days is to be told again. Noted first, so that a
   * crash does not forget it.
   */
  async reborn(streams: readonly string[]): Promise<void> {
    if (!streams.includes(releases.stream)) return;
    const since = new Date(this.parts.clock().getTime() - retellDays * 86_400_000).toISOString();
    await this.changeDuty((doc) => ({ ...doc, retelling: { since, cursor: null } }));
    this.wake();
  }

  /**
   * Tells one release or withdrawal again because a person asks; channels that have it know it. False for what this
   * hub never let out, or has ended since. @throws when the broker is out of reach
   */
  async tellAgain(operation: string): Promise<boolean> {
    while ((await this.parts.ledger.catchUp(page)) === page && !this.stopped.signal.aborted);
    const record = await this.parts.ledger.one(operation);
    return record !== null && (await this.tell([record])) === 1;
  }

  /** One turn, after the one under way. Answers how many events were told again. */
  turn(): Promise<number> {
    const mine = this.current.then(() => this.take());
    this.current = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  private async take(): Promise<number> {
    if (!(await this.onDuty())) return 0;
    while ((await this.parts.ledger.catchUp(page)) === page && !this.stopped.signal.aborted);
    if (!this.parts.broker.connected) {
      this.connectedAt = null;
      return 0;
    }
    this.connectedAt ??= this.parts.clock().getTime();
    return (await this.retellAll()) + (await this.retellDue(this.connectedAt));
  }

  /** After an outage the outbox empties first, and channels get the time they always get. */
  private async retellDue(connectedAt: number): Promise<number> {
    if (this.parts.clock().getTime() - connectedAt < this.parts.patience.afterMs) return 0;
    const { items } = await this.parts.ledger.due(this.now(), page);
    return this.tell(items);
  }

  private async retellAll(): Promise<number> {
    let told = 0;
    for (;;) {
      const retelling = (await this.parts.duty.get(dutyId))?.retelling ?? null;
      if (retelling === null || this.stopped.signal.aborted || !(await this.onDuty())) return told;
      const { items, cursor } = await this.parts.ledger.since(retelling.since, retelling.cursor, page);
      told += await this.tell(items);
      await this.changeDuty((doc) => {
        // a second rebirth meanwhile starts over
        if (doc.retelling?.since !== retelling.since || doc.retelling.cursor !== retelling.cursor) return doc;
        return { ...doc, retelling: cursor === undefined ? null : { since: retelling.since, cursor } };
      });
    }
  }

  private async tell(records: readonly ReleaseDoc[]): Promise<number> {
    const { reteller, ledger, broker, log, patience } = this.parts;
    let told = 0;
    for (const record of records) {
      const retold = await reteller.retell(record);
      if (retold === 'gone') {
        await ledger.change(record._id, (r) => ({ ...r, nextAt: null }));
        continue;
      }
      if (retold === 'waiting') {
        await ledger.change(record._id, (r) => postponed(r, this.now(), patience));
        continue;
      }
      await broker.publish(retold.subject, retold.envelope);
      await ledger.change(record._id, (r) => toldAgain(r, this.now(), patience));
      told += 1;
      const silent = record.channels.filter((c) => !c.accepted).map((c) => c.id);
      log.info({ operation: record._id, silent, tellings: record.tellings + 1 }, 'told again');
    }
    return told;
  }

  /** Takes the lease, or renews it while holding it. */
  private async onDuty(): Promise<boolean> {
    const { duty, token, everyMs, clock } = this.parts;
    const now = clock().toISOString();
    const until = new Date(clock().getTime() + Math.max(2 * everyMs, 5000)).toISOString();
    const held = await duty.get(dutyId);
    if (held?.lease?.token === token && held.lease.until > now)
      return duty.replace({ ...held, lease: { token, until } }, held.version);
    return (await duty.claim({ _id: dutyId }, { token, until, now })) !== null;
  }

  private async changeDuty(to: (doc: DutyDoc) => DutyDoc): Promise<void> {
    await this.parts.duty.change(dutyId, (doc) => {
      const next = doc === null ? null : to(doc);
      return next === doc ? null : next;
    });
  }

  private async run(): Promise<void> {
    const { everyMs, log } = this.parts;
    while (!this.stopped.signal.aborted) {
      await this.turn().catch((error: unknown) =>
        log.warn({ error: String(error) }, 'reconciler turn ended early'),
      );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (this.stopped.signal.aborted) this.wake();
      });
    }
  }

  private now(): string {
    return this.parts.clock().toISOString();
  }
}
