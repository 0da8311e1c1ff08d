import { deliveryOfCall, type Parts } from '@towncrier/channel-kit';
import type { Collection } from '@towncrier/storage';
import { masked } from './mobile.number.ts';
import { judgeReceipts } from './receipts.ts';
import type { Recipient } from './recipients.ts';
import type { Result } from './results.ts';

/** One call to the provider: its key, the receipt it got, and when it began (ISO 8601). */
export interface Submitted {
  readonly call: string;
  readonly receipt: string;
  readonly startedAt: string;
}

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

  /** What the handsets reported so far; those that got nothing are named by their ids. */
  async reported(
    { call, startedAt }: Submitted,
    batch: readonly Recipient[],
  ): Promise<{ readonly enough: boolean; readonly words: string; readonly parts: Parts }> {
    const delivered = await this.results.count({ call, state: 'delivered' });
    const failed = await this.results.count({ call, state: 'failed' });
    const total = batch.length;
    const now = this.clock().toISOString();
    const { enough, words } = judgeReceipts({ delivered, failed, total, startedAt, now });
    const { items } = await this.results.find({ call, state: 'failed' }, { limit: 20 });
    const names = new Map(batch.map(({ phone, name }) => [phone, name]));
    const exceptions = items.map(({ phone, code }) => ({
      target: names.get(phone) ?? masked(phone),
      words: `未送达（${code}）`,
    }));
    return { enough, words, parts: { shown: delivered, of: total, exceptions } };
  }
}
