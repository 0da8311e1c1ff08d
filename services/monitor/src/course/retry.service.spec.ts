import { commandSubject, retryRequestedV1, rowState } from '@towncrier/contracts';
import { BrokerUnavailable, type Broker } from '@towncrier/messaging';
import { describe, expect, it } from 'vitest';
import { RetryService } from './retry.service.ts';
import { rowOf, type LedgerDoc } from '../ledger/row.ts';

const stored = (state: LedgerDoc['state']): LedgerDoc => ({
  _id: '7K3QZP4M:1:sms:publish',
  version: 3,
  seen: ['a', 'b'],
  updatedAt: '2026-11-23T08:00:05.000Z',
  delivery: '7K3QZP4M:1:sms:publish',
  publication: '7K3QZP4M',
  edition: 1,
  channel: 'sms',
  operation: 'publish',
  lane: 'normal',
  title: '停水通知',
  state,
  attempts: 1,
  releasedAt: '2026-11-23T08:00:00.000Z',
  words: '签名未报备',
  timeline: [],
});

/** What the retry service needs of a broker: it takes a message, or cannot be reached. */
class Line implements Pick<Broker, 'publish'> {
  readonly said: { readonly subject: string; readonly event: unknown }[] = [];
  constructor(private readonly cut = false) {}

  publish(subject: string, event: unknown): ReturnType<Broker['publish']> {
    if (this.cut) return Promise.reject(new BrokerUnavailable('no answer'));
    this.said.push({ subject, event });
    return Promise.resolve({ stream: 'commands', sequence: this.said.length, duplicate: false });
  }
}
const now = new Date('2026-11-23T08:10:00.000Z');
const retries = (line: Line): RetryService => new RetryService(line as Line & Broker, () => now);

describe('a row of the ledger', () => {
  it('may be asked for again where that can help: at rest without having arrived, or waiting', () => {
    const may = rowState.options.filter((state) => rowOf(stored(state)).retryable);
    expect(may).toEqual(['waiting', 'unknown', 'refused', 'expired', 'failed']);
  });

  it('keeps to itself how it is stored', () => {
    expect(Object.keys(rowOf(stored('failed')))).not.toEqual(
      expect.arrayContaining(['_id', 'version', 'seen', 'updatedAt']),
    );
  });
});

describe('asking again', () => {
  it('reaches the one channel, with who asked and why', async () => {
    const line = new Line();
    await retries(line).request(rowOf(stored('failed')), [], { by: '运维甲', reason: '签名已报备' });

    expect(line.said.map((s) => s.subject)).toEqual([commandSubject('sms')]);
    expect(retryRequestedV1.schema.parse(line.said[0]?.event).data).toEqual({
      delivery: '7K3QZP4M:1:sms:publish',
      publication: '7K3QZP4M',
      edition: 1,
      channel: 'sms',
      operation: 'publish',
      by: '运维甲',
      at: now.toISOString(),
      reason: '签名已报备',
    });
  });

  it.each(rowState.options.filter((state) => !rowOf(stored(state)).retryable))(
    'is refused for what is %s, and nobody is told',
    async (state) => {
      const line = new Line();
      await expect(retries(line).request(rowOf(stored(state)), [], { by: '运维甲' })).rejects.toMatchObject({
        status: 409,
      });
      expect(line.said).toEqual([]);
    },
  );

  it('says that nothing changed when the broker cannot be reached', async () => {
    await expect(
      retries(new Line(true)).request(rowOf(stored('expired')), [], { by: '运维甲' }),
    ).rejects.toMatchObject({ status: 503 });
  });
});
