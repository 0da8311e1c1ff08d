import { channel as diagnostics } from 'node:diagnostics_channel';
import { later, observeWait, retryWait } from './ladder.ts';
import { attempted, settled, type Attempt, type Speaker } from './delivery.events.ts';
import type { Rendition } from './channel.ts';
import type { FarEnd } from './far-end.ts';
import { judgeSighting, type SightingRules } from './sighting.ts';
import { decide, type Step } from './thread.decide.ts';
import {
  answered,
  begin,
  change,
  finished,
  looked,
  plan,
  posted,
  postponed,
  recover,
  seen,
  settle,
  unknownNow,
} from './thread.evolve.ts';
import type { Change, ThreadStore } from './thread.store.ts';
import { callKey, type Call, type Delivery, type Thread } from './thread.ts';
import { judge, type Verdict } from './verdict.ts';
import type { Evidence, SettledOutcome } from '@towncrier/contracts';

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

/**
 * Carries out the steps that `decide` names until the thread rests. Effects only; every decision is
 * elsewhere.
 */
export class DeliveryExecutor<R extends Rendition> {
  constructor(private readonly parts: ExecutorParts<R>) {}

  async run(claimed: Thread, token: string): Promise<void> {
    const { threads, now } = this.parts;
    let thread =
      recover(claimed, now()) === claimed
        ? claimed
        : await threads.update(claimed._id, token, (t) => ({ thread: recover(t, now()) }));
    for (let step = decide(thread, now()); step.do !== 'rest'; step = decide(thread, now())) {
      thread = await this.take(step, thread, token);
      if (thread.lease?.token !== token) return;
    }
    if (thread.lease?.token === token) await threads.update(thread._id, token, (t) => ({ thread: t }));
  }

  private take(step: Exclude<Step, { do: 'rest' }>, thread: Thread, token: string): Promise<Thread> {
    const close = (outcome: SettledOutcome, detail: string): Promise<Thread> =>
      this.parts.threads.update(thread._id, token, (t) =>
        this.closed(t, step.delivery.id, outcome, { detail }),
      );
    switch (step.do) {
      case 'supersede':
        return close('superseded', '已被后续更正或撤回取代');
      case 'expire':
        return close('expired', '超过投递期限，未发送');
      case 'nothing-to-withdraw':
        return close('confirmed', '此渠道从未发出，无需撤回');
      case 'cannot-withdraw':
        return close('failed', '先前投递结果不明，请人工到渠道后台核实并删除');
      case 'plan':
        return this.planned(thread, step.delivery, token);
      case 'call':
        return this.called(thread, step.delivery, step.call, token);
      case 'observe':
        return this.observed(thread, step.delivery, step.call, token);
    }
  }

  private async planned(thread: Thread, delivery: Delivery, token: string): Promise<Thread> {
    if (!this.parts.farEnd.hasParts(delivery.operation)) {
      const whole = plan(delivery, 1);
      return this.called(thread, whole, whole.calls[0] as Call, token);
    }
    const startedAt = this.parts.now();
    try {
      const count = await this.parts.farEnd.plan(thread, delivery);
      return await this.parts.threads.update(thread._id, token, (t) => ({
        thread: change(t, delivery.id, (d) => plan(d, count)),
      }));
    } catch (error) {
      return this.failed(thread, delivery, null, judge(error, false), { verb: 'prepare', startedAt }, token);
    }
  }

  private async called(thread: Thread, delivery: Delivery, call: Call, token: string): Promise<Thread> {
    const { threads, farEnd, now } = this.parts;
    const verb = delivery.operation;
    let startedAt = now();
    let prepared: unknown;
    try {
      prepared = await farEnd.prepare(thread, delivery, call);
    } catch (error) {
      return this.failed(thread, delivery, call, judge(error, false), { verb: 'prepare', startedAt }, token);
    }
    startedAt = now();
    const begun = await threads.update(thread._id, token, (t) => ({
      thread: change(t, delivery.id, (d) =>
        begin(
          d.calls.length === 0 ? plan(d, 1) : d,
          call.number,
          (prepared ?? null) as Call['prepared'],
          startedAt,
        ),
      ),
    }));
    const current = find(begun, delivery.id);
    const calling = current.calls[call.number] as Call;
    try {
      const outcome = await farEnd.send(begun, current, calling);
      farEndAnswered.publish({ key: callKey(delivery.id, call.number), verb, outcome });
      const hash = verb === 'publish' ? await this.parts.hashOf(delivery.id) : '';
      const endedAt = now();
      const nextAt =
        outcome.kind === 'done' ? endedAt : later(endedAt, observeWait(0, this.parts.rules.ladder));
      const words = outcome.kind === 'done' ? '对方已接受' : '对方已受理，等待生效';
      return await threads.update(thread._id, token, (t) => {
        const next = change(t, delivery.id, (d) => answered(d, call.number, outcome, nextAt));
        const evidence = {
          reference: outcome.reference,
          ...(outcome.url === undefined ? {} : { url: outcome.url }),
        };
        return {
          thread: verb === 'publish' ? posted(next, find(next, delivery.id), hash) : next,
          events: [
            this.attempt(next, delivery.id, {
              verb,
              startedAt,
              endedAt,
              outcome: outcome.kind,
              words,
              evidence,
            }),
          ],
        };
      });
    } catch (error) {
      return this.failed(begun, current, calling, judge(error, true), { verb, startedAt }, token);
    }
  }

  private async observed(thread: Thread, delivery: Delivery, call: Call, token: string): Promise<Thread> {
    const { threads, farEnd, now, rules } = this.parts;
    const startedAt = now();
    let hash = '';
    try {
      if (delivery.operation === 'publish') hash = await this.parts.hashOf(delivery.id);
      const sighting = await farEnd.look(thread, delivery, call);
      const verdict = judgeSighting(
        sighting,
        { call, delivery, posting: thread.posting, hash, now: now() },
        rules,
      );
      const endedAt = now();
      return await threads.update(thread._id, token, (t) => {
        const say = (words: string, nextAt?: string) =>
          this.attempt(t, delivery.id, {
            verb: 'observe',
            startedAt,
            endedAt,
            outcome: sighting.kind,
            words,
            ...(nextAt === undefined ? {} : { nextAt }),
          });
        switch (verdict.kind) {
          case 'seen': {
            const next = change(t, delivery.id, (d) => seen(d, call.number, verdict.sighting, endedAt));
            const after =
              delivery.operation === 'publish' ? posted(next, find(next, delivery.id), hash) : next;
            return finished(find(after, delivery.id))
              ? this.confirmed(after, delivery.id, verdict.sighting, endedAt)
              : { thread: after };
          }
          case 'send-again':
            return {
              thread: change(t, delivery.id, (d) => postponed(d, call.number, verdict.words, endedAt)),
              events: [say(verdict.words, endedAt)],
            };
          case 'look-later':
            return {
              thread: change(t, delivery.id, (d) => looked(d, call.number, verdict.nextAt, verdict.words)),
            };
          case 'give-up': {
            const closed = this.closed(t, delivery.id, 'failed', {
              detail: verdict.words,
              ...(call.reference === null ? {} : { reference: call.reference }),
            });
            return { ...closed, events: [say(verdict.words), ...(closed.events ?? [])] };
          }
        }
      });
    } catch (error) {
      const verdict = judge(error, false);
      if (verdict.kind === 'refused' || verdict.kind === 'operator')
        return this.failed(thread, delivery, null, verdict, { verb: 'observe', startedAt }, token);
      const nextAt =
        verdict.kind === 'quota' ? verdict.until : later(now(), observeWait(call.looks, rules.ladder));
      return threads.update(thread._id, token, (t) => ({
        thread: change(t, delivery.id, (d) => looked(d, call.number, nextAt, verdict.words)),
      }));
    }
  }

  private failed(
    thread: Thread,
    delivery: Delivery,
    call: Call | null,
    verdict: Verdict,
    about: Pick<Attempt, 'verb' | 'startedAt'>,
    token: string,
  ): Promise<Thread> {
    const now = this.parts.now();
    return this.parts.threads.update(thread._id, token, (t): Change => {
      const say = (nextAt?: string) =>
        this.attempt(t, delivery.id, {
          ...about,
          endedAt: now,
          outcome: verdict.kind,
          words: verdict.words,
          ...(nextAt === undefined ? {} : { nextAt }),
        });
      const back = (nextAt: string) =>
        change(t, delivery.id, (d) =>
          call === null
            ? { ...d, tries: d.tries + 1, nextAt, lastWords: verdict.words }
            : postponed(d, call.number, verdict.words, nextAt),
        );
      switch (verdict.kind) {
        case 'busy':
        case 'credentials': {
          const nextAt = later(
            now,
            (verdict.kind === 'busy' ? verdict.waitMs : null) ?? retryWait(delivery.tries + 1),
          );
          return { thread: back(nextAt), events: [say(nextAt)] };
        }
        case 'quota':
          return { thread: back(verdict.until), events: [say(verdict.until)] };
        case 'unknown': {
          const nextAt = later(now, observeWait(0, this.parts.rules.ladder));
          return {
            thread: change(t, delivery.id, (d) =>
              unknownNow(d, call?.number ?? 0, verdict.hint, verdict.words, nextAt),
            ),
            events: [say(nextAt)],
          };
        }
        case 'refused':
        case 'operator': {
          const closed = this.closed(
            back(now),
            delivery.id,
            verdict.kind === 'refused' ? 'refused' : 'failed',
            { detail: verdict.words },
          );
          return { ...closed, events: [say(), ...(closed.events ?? [])] };
        }
      }
    });
  }

  private confirmed(
    thread: Thread,
    id: string,
    sighting: { reference: string; hash: string; url?: string; detail?: string },
    now: string,
  ): Change {
    const delivery = find(thread, id);
    const [first] = delivery.calls;
    const url = first?.url ?? sighting.url;
    const evidence: Evidence = {
      reference: first?.reference ?? sighting.reference,
      seenAt: now,
      ...(sighting.hash === '' ? {} : { hash: sighting.hash }),
      ...(url === undefined ? {} : { url }),
      ...(sighting.detail === undefined ? {} : { detail: sighting.detail }),
    };
    const next = this.closed(thread, id, 'confirmed', evidence);
    return delivery.operation === 'withdraw' ? { ...next, thread: { ...next.thread, posting: null } } : next;
  }

  private closed(thread: Thread, id: string, outcome: SettledOutcome, evidence: Evidence): Change {
    const next = change(thread, id, (d) => settle(d, outcome, evidence, this.parts.now()));
    const delivery = find(next, id);
    this.parts.onSettled(delivery);
    return { thread: next, events: [settled(this.speaker(thread), delivery)] };
  }

  private attempt(thread: Thread, id: string, attempt: Attempt) {
    return attempted(this.speaker(thread), find(thread, id), attempt);
  }
  private speaker(thread: Thread): Speaker {
    return { channel: this.parts.channel, publication: thread._id };
  }
}

function find(thread: Thread, id: string): Delivery {
  const found = thread.deliveries.find((d) => d.id === id);
  if (found === undefined) throw new Error(`thread ${thread._id} has no ${id}`);
  return found;
}
