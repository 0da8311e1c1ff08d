import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveryId, type DeliverySettled } from '@towncrier/contracts';
import { openStore, type Collection, type Store } from '@towncrier/storage';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerService } from '../ledger/ledger.service.ts';
import type { LedgerEvent } from '../ledger/ledger.ts';
import { ledger, type LedgerDoc } from '../ledger/row.ts';
import { attempted, released, settled, withdrawn } from '../testing/told.ts';
import { StatsService } from './stats.service.ts';

let folder: string;
let store: Store;
let rows: Collection<LedgerDoc>;
let book: LedgerService;
let stats: StatsService;
const clock = () => new Date('2026-11-23T08:30:00.000Z');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-stats-'));
  store = await openStore({ service: 'monitor', dataDir: folder });
  rows = await store.collection(ledger);
  book = new LedgerService(rows);
  stats = new StatsService(rows, clock);
  stats.follow(book);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});
const tell = async (...events: readonly LedgerEvent[]): Promise<void> => {
  for (const event of events) await book.record(event);
};
const of = (channel: string) => stats.of('24h').channels.find((c) => c.channel === channel);

describe('the figures of a channel', () => {
  it('follow what is told of its deliveries', async () => {
    await tell(released('7K3QZP4M', 1, ['sms']));
    expect(of('sms')).toMatchObject({
      accepted: 1,
      backlog: 1,
      oldest: '2026-11-23T08:01:40.000Z',
      p95: null,
    });

    await tell(attempted('7K3QZP4M', 1, 'sms', { outcome: 'busy', words: '平台繁忙' }));
    expect(of('sms')).toMatchObject({ accepted: 0, waiting: 1, backlog: 1 });

    await tell(settled('7K3QZP4M', 1, 'sms', 'confirmed'));
    expect(of('sms')).toMatchObject({
      confirmed: 1,
      backlog: 0,
      oldest: null,
      share: 1,
      p50: 20_000,
      p95: 20_000,
    });
  });

  it('tell of each account by itself: one that fails hides no other', async () => {
    const to = (title: string, outcome: 'present' | 'operator', verb: 'observe' | 'publish') =>
      attempted('7K3QZP4M', 1, 'wechat', {
        outcome,
        verb,
        target: { id: title, title },
        endedAt: outcome === 'present' ? '2026-11-23T08:02:00.000Z' : '2026-11-23T08:02:01.000Z',
      });
    await tell(
      released('7K3QZP4M', 1, ['wechat']),
      to('美丽开远', 'present', 'observe'),
      to('开远水务', 'operator', 'publish'),
    );
    expect(of('wechat')?.targets).toMatchObject([
      { target: '开远水务', failed: 1, confirmed: 0, confirmedAt: null },
      { target: '美丽开远', failed: 0, confirmed: 1, p50: 20_000, confirmedAt: '2026-11-23T08:02:00.000Z' },
    ]);
  });

  it('count a withdrawal as done, and not as something that the account showed', async () => {
    const at = (operation: 'publish' | 'withdraw', outcome: 'present' | 'gone', endedAt: string) =>
      attempted('7K3QZP4M', 1, 'wechat', {
        ...{ outcome, operation, endedAt, verb: 'observe', target: { id: 'a', title: '美丽开远' } },
        delivery: deliveryId('7K3QZP4M', 1, 'wechat', operation),
      });
    await tell(
      released('7K3QZP4M', 1, ['wechat']),
      at('publish', 'present', '2026-11-23T08:02:00.000Z'),
      withdrawn('7K3QZP4M', 1, ['wechat']),
      at('withdraw', 'gone', '2026-11-23T08:16:00.000Z'),
    );
    expect(of('wechat')?.targets).toMatchObject([
      { target: '美丽开远', confirmed: 2, confirmedAt: '2026-11-23T08:02:00.000Z' },
    ]);
  });
});

it('whoever reads the ledger after a restart says the same as who heard it all', async () => {
  const endings: readonly (DeliverySettled['outcome'] | null)[] = [
    ...(['confirmed', 'failed', 'refused', 'expired', 'superseded'] as const),
    null,
  ];
  const story = fc.array(
    fc.record({
      channel: fc.constantFrom('sms', 'wechat'),
      ending: fc.constantFrom(...endings),
      target: fc.option(fc.constantFrom('甲', '乙'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  let n = 0;
  await fc.assert(
    fc.asyncProperty(story, async (deliveries) => {
      for (const { channel, ending, target } of deliveries) {
        n += 1;
        const id = `7K3QZP${String(10 + (n % 90))}`;
        const at = target === undefined ? {} : { target: { id: 'a', title: target } };
        await tell(released(id, 1, [channel]), attempted(id, 1, channel, { outcome: 'busy', ...at }));
        if (ending !== null) await tell(settled(id, 1, channel, ending));
      }
      const fresh = new StatsService(rows, clock);
      await fresh.catchUp();
      for (const span of ['1h', '24h', '28d'] as const) expect(fresh.of(span)).toEqual(stats.of(span));
      expect(fresh.moved(60, 50)).toEqual(stats.moved(60, 50));
    }),
    { numRuns: 20 },
  );
});

it('what is still owed is remembered from before the time that is looked at', async () => {
  await tell(released('7K3QZP4M', 1, ['sms'], { at: '2026-09-01T08:00:00.000Z' }));
  const fresh = new StatsService(rows, clock);
  await fresh.catchUp();
  expect(fresh.of('1h').channels).toMatchObject([
    { channel: 'sms', accepted: 0, backlog: 1, oldest: '2026-09-01T08:00:00.000Z' },
  ]);
});
