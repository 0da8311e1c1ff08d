import { SpanKind } from '@opentelemetry/api';
import type { Collection } from '@towncrier/storage';
import { withSpan } from '@towncrier/telemetry';
import type { Adapter, Batch, Context, Outcome, Posting, Rendition, Sighting, Trace } from './channel.ts';
import { CredentialsStale } from './errors.ts';
import type { Renditions } from './renditions.ts';
import { callKey, type BatchDoc, type Call, type Delivery, type Thread } from './thread.ts';

/** Calls one verb of an adapter: builds its context, ends it in time, refreshes stale credentials once. */
export class FarEnd<R extends Rendition> {
  constructor(
    private readonly channel: string,
    private readonly adapter: Adapter<R, unknown>,
    private readonly renditions: Renditions<unknown, R>,
    private readonly batches: Collection<BatchDoc>,
    private readonly timeoutMs: number,
    private readonly now: () => string,
    private readonly stopped: AbortSignal,
  ) {}

  hasParts(operation: Delivery['operation']): boolean {
    return (operation === 'publish' ? this.adapter.batches : this.adapter.withdrawalBatches) !== undefined;
  }

  /** Stores the targets of each part before anything is sent. @returns how many parts there are */
  async plan(thread: Thread, delivery: Delivery): Promise<number> {
    const parts =
      delivery.operation === 'publish'
        ? await this.adapter.batches?.(await this.renditions.of(delivery.id), {
            idempotencyKey: delivery.id,
            releasedAt: delivery.releasedAt,
            previous: thread.posting,
          })
        : await this.adapter.withdrawalBatches?.(standing(thread));
    if (parts === undefined) return 1;
    await Promise.all(
      parts.map((part, i) =>
        this.batches.insert({ _id: callKey(delivery.id, i), targets: [...part.targets] }),
      ),
    );
    return parts.length;
  }

  async prepare(thread: Thread, delivery: Delivery, call: Call): Promise<unknown> {
    if (delivery.operation === 'withdraw') return null;
    const rendition = await this.renditions.of(delivery.id);
    if (this.adapter.prepare === undefined || call.prepared !== null) return call.prepared;
    const context = await this.context(thread, delivery, call);
    return this.fresh('prepare', delivery, () => this.adapter.prepare?.(rendition, context()));
  }

  async send(thread: Thread, delivery: Delivery, call: Call): Promise<Outcome> {
    const context = await this.context(thread, delivery, call);
    if (delivery.operation === 'publish') {
      const rendition = await this.renditions.of(delivery.id);
      return this.fresh('publish', delivery, () => this.adapter.publish(rendition, call.prepared, context()));
    }
    const withdrawal = await this.renditions.withdrawal(delivery.id);
    return this.fresh('withdraw', delivery, () =>
      this.adapter.withdraw(standing(thread), withdrawal, context()),
    );
  }

  async look(thread: Thread, delivery: Delivery, call: Call): Promise<Sighting> {
    const context = await this.context(thread, delivery, call);
    const trace = {
      idempotencyKey: callKey(delivery.id, call.number),
      prepared: call.prepared,
      reference: call.reference,
      hint: call.hint,
    };
    if (delivery.operation === 'publish') {
      const rendition = await this.renditions.of(delivery.id);
      return this.fresh('observe', delivery, () =>
        this.adapter.observe(trace as Trace<unknown>, rendition, context()),
      );
    }
    const posting = standing(thread);
    const withdrawal = await this.renditions.withdrawal(delivery.id);
    const seen = await this.fresh('observe', delivery, () =>
      this.adapter.observeWithdrawal === undefined
        ? this.adapter.observe({ ...trace, reference: posting.reference }, null, context())
        : this.adapter.observeWithdrawal(posting, withdrawal, { ...trace, prepared: null }, context()),
    );
    return this.adapter.observeWithdrawal === undefined ? asWithdrawal(seen, posting) : seen;
  }

  /** One verb inside the trace that began with the editor's request. */
  private fresh<T>(name: string, delivery: Delivery, verb: () => Promise<T> | undefined): Promise<T> {
    const attributes = { 'towncrier.channel': this.channel, 'towncrier.delivery': delivery.id };
    return withSpan(
      `${name} ${this.channel}`,
      { kind: SpanKind.CLIENT, parent: delivery.traceparent ?? undefined, attributes },
      async () => {
        try {
          return await (verb() as Promise<T>);
        } catch (error) {
          if (!(error instanceof CredentialsStale) || this.adapter.refresh === undefined) throw error;
          await this.adapter.refresh(this.signal());
          return await (verb() as Promise<T>);
        }
      },
    );
  }

  private signal(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(this.timeoutMs), this.stopped]);
  }

  private async context(thread: Thread, delivery: Delivery, call: Call): Promise<() => Context> {
    const key = callKey(delivery.id, call.number);
    const stored = this.hasParts(delivery.operation) ? await this.batches.get(key) : null;
    const batch: Batch = { number: call.number, targets: stored?.targets ?? [] };
    const corrects =
      delivery.operation === 'publish'
        ? (await this.renditions.released(delivery.id)).edition.corrects
        : undefined;
    const startedAt = call.startedAt ?? this.now();
    return () => ({
      idempotencyKey: key,
      lane: delivery.lane,
      signal: this.signal(),
      batch,
      previous: thread.posting,
      releasedAt: delivery.releasedAt,
      corrects,
      startedAt,
    });
  }
}

/** Without a witness of its own, a withdrawal is proven by the far end no longer showing the posting. */
function asWithdrawal(seen: Sighting, posting: Posting): Sighting {
  if (seen.kind === 'gone')
    return {
      kind: 'present',
      reference: posting.reference,
      hash: '',
      ...(seen.detail === undefined ? {} : { detail: seen.detail }),
    };
  if (seen.kind === 'present') return { kind: 'gone', detail: '对方仍在展示原内容' };
  return seen;
}

function standing(thread: Thread): Posting {
  if (thread.posting === null) throw new Error(`nothing stands for ${thread._id}`);
  return thread.posting;
}
