import { channel as diagnostics } from 'node:diagnostics_channel';
import type { SettledOutcome } from '@towncrier/contracts';
import type { Outcome, Rendition } from './channel.ts';
import type { Attempt } from './delivery.events.ts';
import { deliveryOf, DeliveryRecord } from './delivery.record.ts';
import { afterSetback, againAt } from './delivery.setback.ts';
import { afterLook } from './delivery.sighting.ts';
import type { Planned } from './far-end.plan.ts';
import { writingDown } from './exchanges.ts';
import type { FarEnd } from './far-end.ts';
import { later, observeWait } from './ladder.ts';
import { judgeSighting, type SightingRules } from './sighting.ts';
import { decide, type Step } from './thread.decide.ts';
import { answered, begin, change, endCall, looked, plan, recover, type Plan } from './thread.evolve.ts';
import { putUp, type Ways } from './thread.standing.ts';
import type { Change, ThreadStore } from './thread.store.ts';
import { callKey, type Call, type Delivery, type Thread } from './thread.ts';
import { judge, type Verdict } from './verdict.ts';

/**
 * Told when the far end has answered and nothing is recorded yet: the moment a crash is most dangerous. For
 * tests and profilers.
 */
export const farEndAnswered = diagnostics('towncrier:far-end-answered');

export interface ExecutorParts<R extends Rendition> {
  readonly channel: string;
  readonly can: Ways;
  readonly threads: ThreadStore;
  readonly farEnd: FarEnd<R>;
  readonly rules: SightingRules;
  readonly now: () => string;
  readonly onSettled: (delivery: Delivery) => void;
}

/** One step in hand: the thread under our lease, and which of its deliveries it is about. */
interface InHand {
  readonly thread: Thread;
  readonly delivery: Delivery;
  readonly token: string;
  /** Made and not written down yet: the next write does. */
  readonly planned?: Plan;
}

/**
 * Carries out the steps that `decide` names until the thread rests. Effects only; every decision is
 * elsewhere.
 */
export class DeliveryExecutor<R extends Rendition> {
  private readonly record: DeliveryRecord;

  constructor(private readonly parts: ExecutorParts<R>) {
    this.record = new DeliveryRecord(parts.channel, parts.can, parts.now, parts.onSettled);
  }

  run(claimed: Thread, token: string): Promise<void> {
    return writingDown(() => this.toRest(claimed, token));
  }

  private async toRest(claimed: Thread, token: string): Promise<void> {
    const { threads, now } = this.parts;
    let thread =
      recover(claimed, now()) === claimed
        ? claimed
        : await threads.update(claimed._id, token, (t) => ({ thread: recover(t, now()) }));
    for (let step = this.next(thread); step.do !== 'rest'; step = this.next(thread)) {
      thread = await this.take(step, { thread, delivery: step.delivery, token });
      if (thread.lease?.token !== token) return;
    }
    if (thread.lease?.token === token) await threads.update(thread._id, token, (t) => ({ thread: t }));
  }

  private next(thread: Thread): Step {
    return decide(thread, this.parts.now(), this.parts.can);
  }

  private take(step: Exclude<Step, { do: 'rest' }>, inHand: InHand): Promise<Thread> {
    switch (step.do) {
      case 'supersede':
        return this.close(inHand, 'superseded', '已被后续更正或撤回取代');
      case 'expire':
        return this.close(inHand, 'expired', '超过投递期限，未发送');
      case 'expire-call':
        return this.endCall(inHand, step.call, { outcome: 'expired', words: '超过投递期限，未发送' });
      case 'settle':
        return this.write(inHand, (t) => this.record.result(t, inHand.delivery.id));
      case 'nothing-to-withdraw':
        return this.close(inHand, 'confirmed', '此渠道从未发出，无需撤回');
      case 'say-nothing':
        return this.close(inHand, 'confirmed', '到期失效，不再另发消息；未发出的不再发出');
      case 'cannot-withdraw':
        return this.close(inHand, 'failed', '是否已发出无法查明，请人工到渠道后台核实并删除');
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

  private endCall(inHand: InHand, { number }: Call, ended: NonNullable<Call['ended']>): Promise<Thread> {
    const { id } = inHand.delivery;
    return this.write(inHand, (t) =>
      this.record.closedIfDone(
        change(t, id, (d) => endCall(d, number, ended)),
        id,
      ),
    );
  }

  /** The plan is written down together with the beginning of its first call. */
  private async plan(inHand: InHand): Promise<Thread> {
    const { thread, delivery } = inHand;
    const startedAt = this.parts.now();
    let made: Planned;
    try {
      made = await this.parts.farEnd.plan(thread, delivery);
    } catch (error) {
      return this.notPlanned(inHand, judge(error, false, delivery.tries), startedAt);
    }
    if ('nobody' in made) {
      const [outcome, words] = withNobody[made.nobody];
      return this.close(inHand, outcome, words);
    }
    const planned = { parts: made.parts, after: delivery.calls.length, now: this.parts.now() };
    const next = change(thread, delivery.id, (d) => plan(d, planned));
    const step = this.next(next);
    return step.do === 'call' && step.delivery.id === delivery.id
      ? this.call({ ...inHand, thread: next, delivery: step.delivery, planned }, step.call)
      : this.write({ ...inHand, planned }, (t) => ({ thread: t }));
  }

  private notPlanned(inHand: InHand, verdict: Verdict, startedAt: string): Promise<Thread> {
    const { id, tries } = inHand.delivery;
    const endedAt = this.parts.now();
    const attempt = {
      verb: 'prepare',
      startedAt,
      endedAt,
      outcome: verdict.kind,
      words: verdict.words,
    } as const;
    if (verdict.kind === 'refused' || verdict.kind === 'operator' || tries >= planPatience)
      return this.write(inHand, (t) => {
        const outcome = verdict.kind === 'refused' ? 'refused' : 'failed';
        const closed = this.record.closed(t, id, outcome, { detail: verdict.words });
        return { ...closed, events: [this.record.attempt(t, id, attempt), ...(closed.events ?? [])] };
      });
    const nextAt =
      verdict.kind === 'unknown'
        ? later(endedAt, observeWait(tries, this.parts.rules.ladder))
        : againAt(verdict, tries, endedAt);
    return this.write(inHand, (t) => ({
      thread: change(t, id, (d) => ({ ...d, tries: d.tries + 1, nextAt, lastWords: verdict.words })),
      events: [this.record.attempt(t, id, { ...attempt, nextAt })],
    }));
  }

  private async call(inHand: InHand, call: Call): Promise<Thread> {
    const { thread, delivery, token } = inHand;
    const startedAt = this.parts.now();
    let ready: Awaited<ReturnType<FarEnd<R>['prepare']>>;
    try {
      const words = await this.parts.farEnd.obstacle(call);
      if (words !== null) return await this.endCall(inHand, call, { outcome: 'failed', words });
      ready = await this.parts.farEnd.prepare(thread, delivery, call);
    } catch (error) {
      return this.setBack(inHand, call, judge(error, false, call.tries), { verb: 'prepare', startedAt });
    }
    const prepared = (ready.prepared ?? null) as Call['prepared'];
    const at = { prepared, hash: ready.hash, now: this.parts.now() };
    const begun = await this.write(inHand, (t) => ({
      thread: change(t, delivery.id, (d) => begin(d, call.number, at)),
    }));
    return this.send({ thread: begun, delivery: deliveryOf(begun, delivery.id), token }, call.number, at.now);
  }

  /** The one irreversible call. Whatever happens from here on is written down, or its outcome is unknown. */
  private async send(inHand: InHand, number: number, startedAt: string): Promise<Thread> {
    const { thread, delivery } = inHand;
    const calling = callOf(delivery, number);
    const verb = calling.kind === 'show' ? 'publish' : 'withdraw';
    try {
      const outcome = await this.parts.farEnd.send(thread, delivery, calling);
      farEndAnswered.publish({ key: callKey(delivery.id, number), verb, outcome });
      const answer = { verb, outcome, startedAt, endedAt: this.parts.now() } as const;
      return await this.write(inHand, (t) => this.accepted(t, delivery, calling, answer));
    } catch (error) {
      return this.setBack(inHand, calling, judge(error, true, calling.tries), { verb, startedAt });
    }
  }

  private accepted(thread: Thread, { id }: Delivery, { number, target }: Call, answer: Answer): Change {
    const { outcome, endedAt } = answer;
    const nextAt =
      outcome.kind === 'done' ? endedAt : later(endedAt, observeWait(0, this.parts.rules.ladder));
    const words = outcome.kind === 'done' ? '对方已接受' : '对方已受理，等待生效';
    const next = change(thread, id, (d) => answered(d, number, outcome, nextAt));
    const evidence = {
      reference: outcome.reference,
      ...(outcome.url === undefined ? {} : { url: outcome.url }),
    };
    const told = { ...answer, outcome: outcome.kind, words, evidence };
    const attempt = target === null ? told : { ...told, target };
    return { thread: next, events: [this.record.attempt(next, id, attempt)] };
  }

  private async observe(inHand: InHand, call: Call): Promise<Thread> {
    const { thread, delivery } = inHand;
    const { farEnd, now, rules } = this.parts;
    const startedAt = now();
    try {
      const hash = call.kind === 'show' ? (delivery.hash ?? (await farEnd.hashOf(delivery))) : '';
      const sighting = await farEnd.look(thread, delivery, call);
      const earlier = putUp(thread).filter((s) => s.edition < delivery.edition && s.hash !== '');
      const about = { call, earlier: earlier.map((s) => s.hash), hash, now: now() };
      const verdict = judgeSighting(sighting, about, rules);
      const look = { delivery, call, saw: sighting.kind, verdict, startedAt, endedAt: now() };
      return await this.write(inHand, (t) => afterLook(t, look, this.record));
    } catch (error) {
      return this.lookFailed(inHand, call, judge(error, false, call.looks), startedAt);
    }
  }

  /** What cannot be looked at now is looked at later, but not for ever. */
  private lookFailed(inHand: InHand, call: Call, verdict: Verdict, startedAt: string): Promise<Thread> {
    const { now, rules } = this.parts;
    if (verdict.kind === 'refused')
      return this.setBack(inHand, call, verdict, { verb: 'observe', startedAt });
    if (verdict.kind === 'operator' || call.looks >= rules.patience)
      return this.endCall(inHand, call, { outcome: 'failed', words: `无法核实：${verdict.words}` });
    const nextAt =
      verdict.kind === 'quota' ? verdict.until : later(now(), observeWait(call.looks, rules.ladder));
    return this.write(inHand, (t) => ({
      thread: change(t, inHand.delivery.id, (d) => looked(d, call.number, { nextAt, words: verdict.words })),
    }));
  }

  private setBack(
    inHand: InHand,
    call: Call,
    verdict: Verdict,
    about: Pick<Attempt, 'verb' | 'startedAt'>,
  ): Promise<Thread> {
    const { delivery } = inHand;
    const { now, rules } = this.parts;
    const setback = { delivery, call, verdict, about, now: now(), ladder: rules.ladder };
    return this.write(inHand, (t) => afterSetback(t, setback, this.record));
  }

  private write(
    { thread, delivery, token, planned }: InHand,
    to: (thread: Thread) => Change,
  ): Promise<Thread> {
    const withPlan = (t: Thread): Thread =>
      planned === undefined ? t : change(t, delivery.id, (d) => plan(d, planned));
    return this.parts.threads.update(thread._id, token, (t) => to(withPlan(t)));
  }
}

/** Failed tries to plan (about an hour by the ladder of retries) after which a person is asked. */
const planPatience = 36;

/** What it means for a delivery that no call is to be made. */
const withNobody: Readonly<Record<'meant' | 'known' | 'heard', readonly [SettledOutcome, string]>> = {
  meant: ['refused', '受众在此渠道没有可用的终端，未发送'],
  known: ['failed', '先前发给了谁已无记录，无法逐一告知撤回，请人工处理'],
  heard: ['confirmed', '先前的消息无一送达，不再告知撤回'],
};

interface Answer {
  readonly verb: 'publish' | 'withdraw';
  readonly outcome: Outcome;
  readonly startedAt: string;
  readonly endedAt: string;
}

function callOf(delivery: Delivery, number: number): Call {
  const found = delivery.calls[number];
  if (found === undefined) throw new Error(`delivery ${delivery.id} has no call ${number}`);
  return found;
}
