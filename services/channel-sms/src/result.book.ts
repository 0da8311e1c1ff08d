import { deliveryOfCall, type Parts } from '@towncrier/channel-kit';
import { deliveryId } from '@towncrier/contracts';
import { everyOne, type Collection } from '@towncrier/storage';
import { masked } from './mobile.number.ts';
import { judgeReceipts } from './receipts.ts';
import type { Recipient } from './recipients.ts';
import type { Result } from './results.ts';
import type { History, Unserved } from './served.ts';

/** One call to the provider: its key, the receipt it got, and when it began (ISO 8601). */
export interface Submitted {
  readonly call: string;
  readonly receipt: string;
  readonly startedAt: string;
}

/** Of those that got nothing so many are named. */
const named = 20;

/** Nothing came to the handset. */
const notHad: readonly Result['state'][] = ['failed', 'unsent'];

/** What became of every message: one stored result per number of a call. */
export class ResultBook {
  constructor(
    private readonly results: Collection<Result>,
    private readonly clock: () => Date,
  ) {}

  /** A report that came first is kept. */
  async submitted({ call, receipt }: Submitted, batch: readonly Recipient[]): Promise<void> {
    const at = this.clock().toISOString();
    const delivery = deliveryOfCall(call);
    const phones = batch.flatMap(({ phone }) => (phone === null ? [] : [phone]));
    await Promise.all(
      phones.map((phone) =>
        this.results.insert({
          _id: `${call}|${phone}`,
          delivery,
          call,
          phone,
          state: 'submitted',
          receipt,
          code: '',
          at,
        }),
      ),
    );
  }

  /** What one number got of the earlier editions of a publication, as far as it is known here. */
  history({ publication, editions }: { readonly publication: string; readonly editions: number }): History {
    const deliveries = Array.from({ length: editions }, (_, n) =>
      deliveryId(publication, n + 1, 'sms', 'publish'),
    );
    return {
      of: async (phone) => {
        const found = await Promise.all(
          deliveries.map((delivery) => this.results.find({ delivery, phone }, { limit: editions })),
        );
        const all = found.flatMap(({ items }) => items);
        if (all.some(({ state }) => !notHad.includes(state))) return 'handed over';
        return all.length > 0 ? 'left out' : 'unknown';
      },
    };
  }

  /**
   * The numbers that none of these calls came to: each was left out, or the provider reported that its message was
   * not delivered. A number whose report is still awaited may have it.
   */
  async without(calls: readonly string[]): Promise<ReadonlySet<string>> {
    const missed = new Set<string>();
    for (const call of calls)
      for await (const { phone } of everyOne(this.results, { call, state: { in: notHad } }))
        missed.add(phone);
    for (const delivery of new Set(calls.map(deliveryOfCall)))
      for (const phone of missed) if (await this.mayHave(delivery, phone)) missed.delete(phone);
    return missed;
  }

  private async mayHave(delivery: string, phone: string): Promise<boolean> {
    const { items } = await this.results.find({ delivery, phone });
    return items.some(({ state }) => !notHad.includes(state));
  }

  /** Who is left out of a call, before it is made. */
  async leftOut(call: string, closed: readonly Unserved[]): Promise<void> {
    const at = this.clock().toISOString();
    const delivery = deliveryOfCall(call);
    await Promise.all(
      closed.map(({ one: { id, phone }, words: code }) => {
        const number = phone ?? id;
        const known = { delivery, call, phone: number, receipt: '', code, at };
        return this.results.insert({ _id: `${call}|${number}`, state: 'unsent', ...known });
      }),
    );
  }

  /** Those of a batch who were not left out of its call. */
  async handedTo(call: string, batch: readonly Recipient[]): Promise<readonly Recipient[]> {
    const { items } = await this.results.find({ call, state: 'unsent' }, { limit: batch.length });
    const left = new Set(items.map(({ phone }) => phone));
    return batch.filter(({ id, phone }) => !left.has(phone ?? id));
  }

  /** What the handsets reported so far; those that got nothing are named by their ids. */
  async reported(
    { call, startedAt }: Submitted,
    batch: readonly Recipient[],
  ): Promise<{ readonly enough: boolean; readonly words: string; readonly parts: Parts }> {
    const delivered = await this.results.count({ call, state: 'delivered' });
    const unsent = await this.results.find({ call, state: 'unsent' }, { limit: batch.length });
    const failed = (await this.results.count({ call, state: 'failed' })) + unsent.items.length;
    const total = batch.length;
    const now = this.clock().toISOString();
    const { enough, words } = judgeReceipts({ delivered, failed, total, startedAt, now });
    const { items } = await this.results.find({ call, state: 'failed' }, { limit: named });
    const names = new Map(batch.map(({ id, phone, name }) => [phone ?? id, name]));
    const exceptions = [...unsent.items, ...items].slice(0, named).map(({ state, phone, code }) => ({
      target: names.get(phone) ?? masked(phone),
      words: state === 'unsent' ? code : `未送达（${code}）`,
    }));
    return { enough, words, parts: { shown: delivered, of: total, exceptions } };
  }
}
