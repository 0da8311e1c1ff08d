import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matrixFilter, type MatrixFilter, type MatrixRow } from '@towncrier/contracts';
import { openStore, type Store } from '@towncrier/storage';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LedgerService } from '../ledger/ledger.service.ts';
import { ledger } from '../ledger/row.ts';
import { attempted, released, settled, withdrawn } from '../testing/told.ts';
import { editionForms, editions } from './edition.ts';
import { MatrixService } from './matrix.service.ts';

let folder: string;
let store: Store;
let matrix: MatrixService;
let book: LedgerService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'towncrier-matrix-'));
  store = await openStore({ service: 'monitor', dataDir: folder });
  const rows = await store.collection(ledger);
  matrix = new MatrixService(rows, await store.collection(editions), await store.collection(editionForms));
  book = new LedgerService(rows, (id) => matrix.follow(id));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  for (const spec of [ledger, editions, editionForms]) {
    const collection = await store.collection<{ _id: string; version: number }>(spec as never);
    for (const { _id } of (await collection.find({}, { limit: 1000 })).items) await collection.delete(_id);
  }
});

const found = async (filter: Partial<MatrixFilter>): Promise<readonly string[]> => {
  const all: MatrixRow[] = [];
  let after: string | undefined;
  do {
    const page = await matrix.page(matrixFilter.parse(filter), after, 2);
    all.push(...page.items);
    after = page.cursor;
  } while (after !== undefined);
  return all.map(({ publication, edition }) => `${publication}:${edition}`);
};

describe('the matrix', () => {
  it('has one row for each edition, and a cell for each channel', async () => {
    await book.record(
      released('7K3QZP4M', 1, ['sms', 'website'], { title: '关于停水的通知', owner: 'kyswj' }),
    );
    await book.record(settled('7K3QZP4M', 1, 'website', 'confirmed'));
    await book.record(attempted('7K3QZP4M', 1, 'sms', { outcome: 'operator', words: '签名未报备' }));
    await book.record(settled('7K3QZP4M', 1, 'sms', 'failed'));

    const [row] = (await matrix.page({}, undefined, 50)).items;
    expect(row).toMatchObject({ title: '关于停水的通知', owner: 'kyswj', edition: 1, hand: true });
    expect(row?.cells.map(({ channel, state, hand, cause }) => [channel, state, hand, cause?.words])).toEqual(
      [
        ['sms', 'failed', true, '签名未报备'],
        ['website', 'confirmed', false, undefined],
      ],
    );
  });

  it('asks nobody about an edition once a later one, or its withdrawal, was asked of the channel', async () => {
    await book.record(released('7K3QZP4M', 1, ['sms']));
    await book.record(settled('7K3QZP4M', 1, 'sms', 'failed'));
    expect(await found({ hand: 'yes' })).toEqual(['7K3QZP4M:1']);

    await book.record(released('7K3QZP4M', 2, ['sms']));
    expect(await found({ hand: 'yes' })).toEqual([]);

    await book.record(settled('7K3QZP4M', 2, 'sms', 'failed'));
    expect(await found({ hand: 'yes' })).toEqual(['7K3QZP4M:2']);
    await book.record(withdrawn('7K3QZP4M', 2, ['sms']));
    expect(await found({ hand: 'yes' })).toEqual([]);
    expect((await matrix.page({}, undefined, 50)).items.map((row) => row.cells[0]?.operation)).toEqual([
      'withdraw',
      'publish',
    ]);
  });

  it('is found by time, words, number, organisation, channel and state, and cause', async () => {
    await book.record(
      released('7K3QZP4M', 1, ['sms'], { title: '停水通知', owner: 'kyswj', at: '2026-11-23T15:59:00.000Z' }),
    );
    await book.record(
      released('8K3QZP4M', 1, ['sms'], {
        title: '停电通知',
        number: '云政发〔2026〕8号',
        at: '2026-11-23T16:00:00.000Z',
      }),
    );
    await book.record(
      attempted('8K3QZP4M', 1, 'sms', {
        outcome: 'operator',
        words: '签名 12 未报备',
        endedAt: '2026-11-23T16:00:01.000Z',
      }),
    );
    await book.record(settled('8K3QZP4M', 1, 'sms', 'failed'));
    const [{ key } = { key: '' }] = (await matrix.totals({})).causes;

    expect(await found({ to: '2026-11-23' })).toEqual(['7K3QZP4M:1']);
    expect(await found({ from: '2026-11-24' })).toEqual(['8K3QZP4M:1']);
    expect(await found({ q: '停水' })).toEqual(['7K3QZP4M:1']);
    expect(await found({ q: '云政发〔2026〕8号' })).toEqual(['8K3QZP4M:1']);
    expect(await found({ organisation: 'kyswj' })).toEqual(['7K3QZP4M:1']);
    expect(await found({ channel: 'sms', state: 'failed' })).toEqual(['8K3QZP4M:1']);
    expect(await found({ channel: 'led', state: 'failed' })).toEqual([]);
    expect(await found({ cause: key })).toEqual(['8K3QZP4M:1']);
    expect(await found({})).toEqual(['8K3QZP4M:1', '7K3QZP4M:1']);
  });

  it('comes out the same however the events come, at once or one after the other', async () => {
    const events = [
      released('7K3QZP4M', 1, ['sms', 'led']),
      settled('7K3QZP4M', 1, 'sms', 'failed'),
      settled('7K3QZP4M', 1, 'led', 'confirmed'),
      released('7K3QZP4M', 2, ['sms', 'led']),
      attempted('7K3QZP4M', 2, 'sms', { outcome: 'busy', words: '对方忙' }),
      withdrawn('7K3QZP4M', 2, ['led']),
    ];
    const made = async (): Promise<unknown> => (await matrix.page({}, undefined, 50)).items;
    for (const event of events) await book.record(event);
    const expected = await made();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.boolean(),
        async (order, once) => {
          for (const spec of [ledger, editions]) {
            const collection = await store.collection<{ _id: string; version: number }>(spec as never);
            for (const { _id } of (await collection.find({}, { limit: 1000 })).items)
              await collection.delete(_id);
          }
          if (once) await Promise.all(order.map((event) => book.record(event)));
          else for (const event of order) await book.record(event);
          expect(await made()).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is made of a ledger that was there before it', async () => {
    const alone = new LedgerService(await store.collection(ledger));
    await alone.record(released('7K3QZP4M', 1, ['sms']));
    expect(await found({})).toEqual([]);

    await matrix.catchUp();
    expect(await found({})).toEqual(['7K3QZP4M:1']);
  });

  it('counts what a filter finds, and groups what needs a hand by its cause', async () => {
    for (const id of ['7K3QZP4M', '8K3QZP4M', '9K3QZP4M']) {
      await book.record(released(id, 1, ['sms', 'website']));
      await book.record(settled(id, 1, 'website', 'confirmed'));
      await book.record(attempted(id, 1, 'sms', { outcome: 'operator', words: `任务 ${id} 的签名未报备` }));
      await book.record(settled(id, 1, 'sms', 'failed'));
    }
    expect(await matrix.totals({})).toMatchObject({
      editions: 3,
      deliveries: 6,
      confirmed: 3,
      hand: 3,
      causes: [{ count: 3 }],
      whole: true,
    });
  });
});
