import { channel as diagnostics } from 'node:diagnostics_channel';
import type { SettledOutcome } from '@towncrier/contracts';
import type { Attempt } from './delivery.events.ts';
import { later, observeWait } from './ladder.ts';
import { deliveryOf, DeliveryRecord } from './delivery.record.ts';
import { afterSetback } from './delivery.setback.ts';
import { afterLook } from './delivery.sighting.ts';
import type { Outcome, Rendition } from './channel.ts';
import type { FarEnd } from './far-end.ts';
import { judgeSighting, type SightingRules } from './sighting.ts';
import { decide, type Step } from './thread.decide.ts';
import { answered, begin, change, looked, plan, posted, recover } from './thread.evolve.ts';
import type { Change, ThreadStore } from './thread.store.ts';
import { callKey, freshCall, type Call, type Delivery, type Thread } from './thread.ts';
import { judge, type Verdict } from './verdict.ts';

/**
 * Told when the far end has answered and nothing is recorded yet: the moment a crash is most dangerous. For
 * tests and profilers.
 */
export const farEndAnswered = diagnostics('towncrier:far-end-answered');

export interface ExecutorParts<R extends Rendition> {
  readonly channel: string;
  readonly threads: ThreadStore;
  readonly farEnd: FarEnd<R>;
  /** Hash of what was to be shown. */
  readonly hashOf: (deliveryId: string) => Promise<string>;
  readonly rules: SightingRules;
  readonly now: () => string;
  readonly onSettled: (delivery: Delivery) => void;
}

/** One step in hand: the thread under our lease, and which of its deliveries it is about. */
interface InHand {
  readonly thread: Thread;
  readonly delivery: Delivery;
  readonly token: string;
}

/**
 * Carries out the steps that `decide` names until the thread rests. Effects only; every decision is
 * elsewhere.
 */
export class DeliveryExecutor<R extends Rendition> {
  private readonly record: DeliveryRecord;

  constructor(private readonly parts: ExecutorParts<R>) {
    this.record = new DeliveryRecord(parts.channel, parts.now, parts.onSettled);
  }

  async run(claimed: Thread, token: string): Promise<void> {
    const { threads, now } = this.parts;
    let thread =
      recover(claimed, now()) === claimed
        ? claimed
        : await threads.update(claimed._id, token, (t) => ({ thread: recover(t, now()) }));
    for (let step = decide(thread, now()); step.do !== 'rest'; step = decide(thread, now())) {
      thread = await this.take(step, { thread, delivery: step.delivery, token });
      if (thread.lease?.token !== token) return;
    }
    if (thread.lease?.token === token) await threads.update(thread._id, token, (t) => ({ thread: t }));
  }

  private take(step: Exclude<Step, { do: 'rest' }>, inHand: InHand): Promise<Thread> {
    switch (step.do) {
      case 'supersede':
        return this.close(inHand, 'superseded', '已被后续更正或撤回取代');
      case 'expire':
        return this.close(inHand, 'expired', '超过投递期限，未发送');
      case 'nothing-to-withdraw':
        return this.close(inHand, 'confirmed', '此渠道从未发出，无需撤回');
      case 'cannot-withdraw':
        return this.close(inHand, 'failed', '先前投递结果不明，请人工到渠道后台核实并删除');
      case 'plan':
        return this.plan(inHand);
      case 'call':
        return this.call(inHand, step.call);
      case 'observe':
        return this.observe(inHand, step.call);
    }
  }

  private close(inHand: InHand, outcome: SettledOutcome, detail: string): Promise<Thread> {
    return this.write(inHand, (t) => this.record.closed(t, inHand.delivery.id, outcome, { detail }));
  }

  private async plan(inHand: InHand): Promise<Thread> {
    const { thread, delivery } = inHand;
    // The only call of a delivery without parts is written down when it begins.
    if (!this.parts.farEnd.hasParts(delivery.operation))
      return this.call({ ...inHand, delivery: plan(delivery, 1) }, freshCall(0));
    const startedAt = this.parts.now();
    try {
      const count = await this.parts.farEnd.plan(thread, delivery);
      return await this.write(inHand, (t) => ({ thread: change(t, delivery.id, (d) => plan(d, count)) }));
    } catch (error) {
      return this.setBack(inHand, null, judge(error, false, delivery.tries), { verb: 'prepare', startedAt });
    }
  }

  private async call(inHand: InHand, call: Call): Promise<Thread> {
    const { thread, delivery, token } = inHand;
    const startedAt = this.parts.now();
    let prepared: unknown;
    try {
      prepared = await this.parts.farEnd.prepare(thread, delivery, call);
    } catch (error) {
      return this.setBack(inHand, call, judge(error, false, delivery.tries), { verb: 'prepare', startedAt });
    }
    const beganAt = this.parts.now();
    const kept = (prepared ?? null) as Call['prepared'];
    const begun = await this.write(inHand, (t) => ({
      thread: change(t, delivery.id, (d) =>
        begin(d.calls.length === 0 ? plan(d, 1) : d, call.number, kept, beganAt),
      ),
    }));
    return this.send(
      { thread: begun, delivery: deliveryOf(begun, delivery.id), token },
      call.number,
      beganAt,
    );
  }

  /** The one irreversible call. Whatever happens from here on is written down, or its outcome is unknown. */
  private async send(inHand: InHand, number: number, startedAt: string): Promise<Thread> {
    const { thread, delivery } = inHand;
    const verb = delivery.operation;
    const calling = delivery.calls[number] ?? freshCall(number);
    try {
      const outcome = await this.parts.farEnd.send(thread, delivery, calling);
      farEndAnswered.publish({ key: callKey(delivery.id, number), verb, outcome });
      const hash = verb === 'publish' ? await this.parts.hashOf(delivery.id) : '';
      const endedAt = this.parts.now();
      return await this.write(inHand, (t) =>
        this.accepted(t, delivery, number, { outcome, hash, startedAt, endedAt }),
      );
    } catch (error) {
      return this.setBack(inHand, calling, judge(error, true, delivery.tries), { verb, startedAt });
    }
  }

  private accepted(
    thread: Thread,
    { id, operation: verb }: Delivery,
    number: number,
    { outcome, hash, startedAt, endedAt }: Answer,
  ): Change {
    const nextAt =
      outcome.kind === 'done' ? endedAt : later(endedAt, observeWait(0, this.parts.rules.ladder));
    const words = outcome.kind === 'done' ? '对方已接受' : '对方已受理，等待生效';
    const next = change(thread, id, (d) => answered(d, number, outcome, nextAt));
    const evidence = {
      reference: outcome.reference,
      ...(outcome.url === undefined ? {} : { url: outcome.url }),
    };
    const attempt = { verb, startedAt, endedAt, outcome: outcome.kind, words, evidence };
    return {
      thread: verb === 'publish' ? posted(next, deliveryOf(next, id), hash) : next,
      events: [this.record.attempt(next, id, attempt)],
    };
  }

  private async observe(inHand: InHand, call: Call): Promise<Thread> {
    const { thread, delivery } = inHand;
    const { farEnd, now, rules } = this.parts;
    const startedAt = now();
    try {
      const hash = delivery.operation === 'publish' ? await this.parts.hashOf(delivery.id) : '';
      const sighting = await farEnd.look(thread, delivery, call);
      const about = { call, delivery, posting: thread.posting, hash, now: now() };
      const verdict = judgeSighting(sighting, about, rules);
      const look = { delivery, call, saw: sighting.kind, verdict, hash, startedAt, endedAt: now() };
      return await this.write(inHand, (t) => afterLook(t, look, this.record));
    } catch (error) {
      return this.lookFailed(inHand, call, judge(error, false), startedAt);
    }
  }

  /** What cannot be looked at now is looked at later; only a person's task ends it. */
  private lookFailed(inHand: InHand, call: Call, verdict: Verdict, startedAt: string): Promise<Thread> {
    if (verdict.kind === 'refused' || verdict.kind === 'operator')
      return this.setBack(inHand, null, verdict, { verb: 'observe', startedAt });
    const { now, rules } = this.parts;
    const nextAt =
      verdict.kind === 'quota' ? verdict.until : later(now(), observeWait(call.looks, rules.ladder));
    return this.write(inHand, (t) => ({
      thread: change(t, inHand.delivery.id, (d) => looked(d, call.number, nextAt, verdict.words)),
    }));
  }

  private setBack(
    inHand: InHand,
    call: Call | null,
    verdict: Verdict,
    about: Pick<Attempt, 'verb' | 'startedAt'>,
  ): Promise<Thread> {
    const { delivery } = inHand;
    const setback = {
      delivery,
      call,
      verdict,
      about,
      now: this.parts.now(),
      ladder: this.parts.rules.ladder,
    };
    return this.write(inHand, (t) => afterSetback(t, setback, this.record));
  }

  private write({ thread, token }: InHand, to: (thread: Thread) => Change): Promise<Thread> {
    return this.parts.threads.update(thread._id, token, to);
  }
}

interface Answer {
  readonly outcome: Outcome;
  /** Of what was to be shown; empty for a withdrawal. */
  readonly hash: string;
  readonly startedAt: string;
  readonly endedAt: string;
}
