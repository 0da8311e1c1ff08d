import { setTimeout as sleep } from 'node:timers/promises';
import { SpanKind } from '@opentelemetry/api';
import type { Collection } from '@towncrier/storage';
import { withSpan, type Metrics } from '@towncrier/telemetry';
import type { Broker } from './broker.ts';
import type { WithOutbox } from './outbox.ts';
import { RepeatedWarning } from './repeated.warning.ts';
import { Slots } from './slots.ts';

export interface RelayOptions<T extends WithOutbox> {
  /** Must declare an index that begins with `outboxAt`. */
  readonly collection: Collection<T>;
  readonly broker: Pick<Broker, 'publish'>;
  readonly log: { warn(fields: object, words: string): void };
  readonly metrics?: Pick<Metrics, 'outboxRelayed'> & Partial<Pick<Metrics, 'outboxWaiting'>>;
  /** Documents relayed at a time; default 32. */
  readonly parallel?: number;
  readonly sweepMs?: number;
}

/**
 * Publishes what waits inside documents, in order per document, and takes it out once the broker has stored
 * it.
 * Two relays on one store do no harm: the broker drops the repeat by message id, receivers by their inbox.
 */
export class OutboxRelay<T extends WithOutbox> {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private failures = 0;
  private readonly stopping = new AbortController();
  private readonly trouble: RepeatedWarning;

  constructor(private readonly options: RelayOptions<T>) {
    this.trouble = new RepeatedWarning(options.log);
  }

  start(): void {
    this.options.metrics?.outboxWaiting?.(() => this.options.collection.count({ outboxAt: { gt: '' } }));
    this.timer = setInterval(() => this.kick(), this.options.sweepMs ?? 1000);
    this.kick();
  }

  /** Call right after a save; many calls at once are one sweep. */
  kick(): void {
    if (this.stopping.signal.aborted) return;
    if (this.running !== null) {
      this.again = true;
      return;
    }
    this.running = this.sweep()
      .then(
        () => {
          this.failures = 0;
          this.trouble.over();
        },
        async (error: unknown) => {
          this.failures += 1;
          this.trouble.warn({}, error, 'the outbox waits for the broker');
          await sleep(Math.min(100 * 2 ** this.failures, 2000), undefined, {
            ref: false,
            signal: this.stopping.signal,
          }).catch(() => undefined);
          this.again = true;
        },
      )
      .finally(() => {
        this.running = null;
        if (!this.again) return;
        this.again = false;
        this.kick();
      });
  }

  /** Tries once more; what the broker does not take stays in the store for the next start. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
    await this.sweep().catch(() => undefined);
  }

  /** Resolves when no sweep is under way. */
  async idle(): Promise<void> {
    for (let round = 0; this.running !== null && round < 3; round += 1) await this.running;
  }

  /**
   * Every waiting document once. One that the broker refuses does not hold up the others, but a broker that
   * takes nothing ends the sweep.
   */
  private async sweep(): Promise<void> {
    const parallel = this.options.parallel ?? 32;
    const slots = new Slots(parallel);
    const refused: unknown[] = [];
    let relayed = 0;
    let after: string | undefined;
    do {
      const page = await this.options.collection.find(
        { outboxAt: { gt: '' } },
        { order: { outboxAt: 'asc' }, limit: 200, ...(after === undefined ? {} : { after }) },
      );
      await Promise.all(
        page.items.map(async (doc) => {
          await slots.take();
          try {
            if (relayed === 0 && refused.length >= parallel) return;
            await this.relay(doc);
            relayed += 1;
          } catch (error) {
            refused.push(error);
          } finally {
            slots.give();
          }
        }),
      );
      after = relayed === 0 && refused.length > 0 ? undefined : page.cursor;
    } while (after !== undefined);
    if (refused.length > 0) throw refused[0];
  }

  private async relay(doc: T): Promise<void> {
    const sent = new Set<string>();
    let failure: unknown = null;
    for (const { subject, envelope } of doc.outbox) {
      try {
        await withSpan(
          `publish ${subject}`,
          {
            kind: SpanKind.PRODUCER,
            parent: envelope.traceparent,
            attributes: {
              'messaging.system.name': 'nats',
              'messaging.operation.name': 'publish',
              'messaging.destination.name': subject,
              'messaging.message.id': envelope.id,
            },
          },
          () => this.options.broker.publish(subject, envelope),
        );
        sent.add(envelope.id);
      } catch (error) {
        failure = error;
        break;
      }
    }
    await this.forget(doc, sent);
    this.options.metrics?.outboxRelayed(sent.size);
    if (failure !== null) throw failure as Error;
  }

  private async forget(relayed: T, sent: ReadonlySet<string>): Promise<void> {
    if (sent.size === 0 && relayed.outbox.length > 0) return;
    await this.options.collection.change(
      relayed._id,
      (doc) => {
        if (doc === null) return null;
        const outbox = doc.outbox.filter((entry) => !sent.has(entry.envelope.id));
        return { ...doc, outbox, outboxAt: outbox.length === 0 ? null : doc.outboxAt };
      },
      relayed,
    );
  }
}
