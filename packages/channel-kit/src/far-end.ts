import { shows } from '@towncrier/contracts';
import { SpanKind } from '@opentelemetry/api';
import { withSpan } from '@towncrier/telemetry';
import type { Adapter, Context, Outcome, Posting, Rendition, Sighting, Trace } from './channel.ts';
import { CredentialsStale } from './errors.ts';
import { verbBegins } from './exchanges.ts';
import type { Planned, Planner } from './far-end.plan.ts';
import type { TargetReader } from './register/target.declaration.ts';
import type { Renditions } from './renditions.ts';
import { asPosting, putUp, standing } from './thread.standing.ts';
import { callKey, type Call, type Delivery, type Thread } from './thread.ts';

export interface FarEndParts<R extends Rendition> {
  readonly channel: string;
  readonly adapter: Adapter<R, unknown>;
  readonly renditions: Renditions<unknown, R>;
  readonly planner: Planner<R>;
  readonly targets: TargetReader;
  readonly timeoutMs: number;
  readonly now: () => string;
  readonly stopped: AbortSignal;
}

/** Calls one verb of an adapter: builds its context, ends it in time, refreshes stale credentials once. */
export class FarEnd<R extends Rendition> {
  constructor(private readonly parts: FarEndParts<R>) {}

  /** What its calls will be, with the targets of each stored. */
  plan(thread: Thread, delivery: Delivery): Promise<Planned> {
    return this.parts.planner.plan(thread, delivery);
  }

  /** Of what its calls put up. */
  async hashOf({ id }: Delivery): Promise<string> {
    return (await this.parts.renditions.of(id)).hash;
  }

  /** Why nobody should call this target, for an operator; null when nothing is in the way. */
  async obstacle({ kind, target }: Call): Promise<string | null> {
    if (target === null) return null;
    const known = await this.parts.targets.get(target.id);
    if (known === null) return `登记簿里没有终端“${target.title}”，请登记后重试或人工处理`;
    if (known.state.is === 'retired')
      return kind === 'remove'
        ? `终端已于 ${known.state.on} 停用，请人工撤下`
        : `终端已于 ${known.state.on} 停用，未发送`;
    return kind === 'show' && known.state.is === 'paused' ? `终端已暂停：${known.state.reason}` : null;
  }

  /** @returns what `publish` gets, and the hash of what it will put up (null for a removal) */
  async prepare(
    thread: Thread,
    delivery: Delivery,
    call: Call,
  ): Promise<{ readonly prepared: unknown; readonly hash: string | null }> {
    if (call.kind === 'remove') return { prepared: null, hash: null };
    const { adapter, renditions } = this.parts;
    const rendition = await renditions.of(delivery.id);
    if (adapter.prepare === undefined || call.prepared !== null)
      return { prepared: call.prepared, hash: rendition.hash };
    const context = await this.context(thread, delivery, call);
    const prepared = await this.fresh('prepare', delivery, () => adapter.prepare?.(rendition, context()));
    return { prepared, hash: rendition.hash };
  }

  async send(thread: Thread, delivery: Delivery, call: Call): Promise<Outcome> {
    const { adapter, renditions } = this.parts;
    const context = await this.context(thread, delivery, call);
    if (call.kind === 'show') {
      const rendition = await renditions.of(delivery.id);
      return this.fresh('publish', delivery, () => adapter.publish(rendition, call.prepared, context()));
    }
    const posting = takenBack(thread, call);
    if (adapter.erase !== undefined)
      return this.fresh('withdraw', delivery, () => adapter.erase?.(posting, context()));
    const withdrawal = await renditions.withdrawal(delivery.id);
    return this.fresh('withdraw', delivery, () => adapter.withdraw(posting, withdrawal, context()));
  }

  async look(thread: Thread, delivery: Delivery, call: Call): Promise<Sighting> {
    const { adapter, renditions } = this.parts;
    const context = await this.context(thread, delivery, call);
    const trace = {
      idempotencyKey: callKey(delivery.id, call.number),
      prepared: call.prepared,
      reference: call.reference,
      hint: call.hint,
    };
    if (call.kind === 'show') {
      const rendition = await renditions.of(delivery.id);
      return this.fresh('observe', delivery, () =>
        adapter.observe(trace as Trace<unknown>, rendition, context()),
      );
    }
    const posting = takenBack(thread, call);
    const corrects = shows(delivery);
    if (corrects || adapter.observeWithdrawal === undefined) {
      const of = { ...trace, reference: posting.reference };
      return asWithdrawal(
        await this.fresh('observe', delivery, () => adapter.observe(of, null, context())),
        posting,
      );
    }
    const withdrawal = await renditions.withdrawal(delivery.id);
    return this.fresh('observe', delivery, () =>
      adapter.observeWithdrawal?.(posting, withdrawal, { ...trace, prepared: null }, context()),
    );
  }

  /** One verb inside the trace that began with the editor's request. */
  private fresh<T>(name: string, delivery: Delivery, verb: () => Promise<T> | undefined): Promise<T> {
    const { channel, adapter } = this.parts;
    const attributes = { 'towncrier.channel': channel, 'towncrier.delivery': delivery.id };
    return withSpan(
      `${name} ${channel}`,
      { kind: SpanKind.CLIENT, parent: delivery.traceparent ?? undefined, attributes },
      async () => {
        verbBegins();
        try {
          return await (verb() as Promise<T>);
        } catch (error) {
          if (!(error instanceof CredentialsStale) || adapter.refresh === undefined) throw error;
          await adapter.refresh(this.signal());
          return await (verb() as Promise<T>);
        }
      },
    );
  }

  private signal(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(this.parts.timeoutMs), this.parts.stopped]);
  }

  private async context(thread: Thread, delivery: Delivery, call: Call): Promise<() => Context> {
    const { planner, renditions, targets, now } = this.parts;
    const key = callKey(delivery.id, call.number);
    const batch = { number: call.number, ...(await planner.batchOf(key)) };
    const isEdition = shows(delivery);
    const corrects = isEdition ? (await renditions.released(delivery.id)).edition.corrects : undefined;
    const target = call.target === null ? null : await targets.get(call.target.id);
    const startedAt = call.startedAt ?? now();
    return () => ({
      idempotencyKey: key,
      lane: delivery.lane,
      signal: this.signal(),
      batch,
      previous: previousAt(thread, delivery, call),
      target,
      releasedAt: delivery.releasedAt,
      corrects,
      startedAt,
    });
  }
}

/** The newest of what a removal takes back: the far end shows that one, or is searched by it. */
function takenBack(thread: Thread, { removes }: Call): Posting {
  const all = putUp(thread).filter((s) => removes.includes(s.key));
  const newest = all.findLast((s) => s.reference !== null) ?? all.at(-1);
  if (newest === undefined) throw new Error(`nothing of ${removes.join(', ')} was ever put up`);
  return asPosting(newest, thread._id);
}

/** What stands at the place of a call already: the newest earlier edition. */
function previousAt(thread: Thread, { edition }: Delivery, { target, kind }: Call): Posting | null {
  const here = standing(thread).filter(
    (s) => s.target?.id === target?.id && (kind === 'remove' || s.edition < edition),
  );
  const newest = here.at(-1);
  return newest === undefined ? null : asPosting(newest, thread._id);
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
