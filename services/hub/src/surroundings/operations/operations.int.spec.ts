import type { DeliveryCourse, LedgerRow, NextStep } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { FakeMonitor, refused } from '../../testing/fake.monitor.ts';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import type { AuditRow } from '../../trail/audit.hash.ts';

const delivery = '7K3QZP4M:1:sms:publish';
const row: LedgerRow = {
  delivery,
  publication: '7K3QZP4M',
  edition: 1,
  channel: 'sms',
  operation: 'publish',
  lane: 'normal',
  title: '停水通知',
  state: 'failed',
  attempts: 1,
  releasedAt: '2026-11-23T02:00:00.000Z',
  words: '签名未报备',
  timeline: [],
  retryable: true,
};
const course = (act: NextStep['act'], byHand: string | null = null): DeliveryCourse => ({
  row,
  hand: true,
  next: { act, words: '先核实再补发' },
  byHand,
  spans: [],
});

let lab: HubLab;
let monitor: FakeMonitor;
let operator: HubClient;
beforeEach(async () => {
  monitor = await FakeMonitor.open();
  lab = await HubLab.open({ MONITOR_URL: monitor.url });
  operator = await lab.signedIn('operator');
  monitor.on('GET', `/v1/deliveries/${delivery}/course`, course('retry'));
  monitor.on('POST', `/v1/deliveries/${delivery}/retry`, { requested: delivery });
  monitor.on('POST', `/v1/deliveries/${delivery}/by-hand`, { requested: delivery });
});
afterEach(async () => {
  await lab.close();
  await monitor.close();
});

const address = (act: string): string => `/api/v1/monitor/deliveries/${encodeURIComponent(delivery)}/${act}`;
const lines = async (): Promise<readonly AuditRow['fact'][]> => {
  const auditor = await lab.signedIn('auditor');
  const { body } = await auditor.get<{ items: AuditRow[] }>('/api/v1/audit?about=publication%2F7K3QZP4M');
  return body.items.map(({ fact }) => fact);
};

describe('a retry of one delivery', () => {
  it('leaves its line in the chain: who, from where, which delivery, and why', async () => {
    const answer = await operator.post(address('retry'), { reason: '签名已报备' });

    expect(answer).toMatchObject({ status: 202, body: { requested: delivery } });
    expect(monitor.posted('/retry')).toMatchObject([{ body: { reason: '签名已报备' }, person: 'operator' }]);
    expect(await lines()).toMatchObject([
      { who: 'operator', act: 'delivery.retry', reason: '签名已报备', detail: { delivery } },
    ]);
  });

  it('has its line before the channel hears of it', async () => {
    const before: string[] = [];
    monitor.on('POST', `/v1/deliveries/${delivery}/retry`, async () => {
      before.push(...(await lines()).map(({ act }) => act));
      return { requested: delivery };
    });
    await operator.post(address('retry'), {});
    expect(before).toEqual(['delivery.retry']);
  });

  it('that nobody answered says so in a second line', async () => {
    monitor.on('POST', `/v1/deliveries/${delivery}/retry`, refused(503, ''));
    expect(await operator.post(address('retry'), {})).toMatchObject({ status: 503 });
    expect((await lines()).map(({ act }) => act).toSorted()).toEqual([
      'delivery.retry',
      'delivery.retry-unanswered',
    ]);
  });

  it('that makes no sense is refused in the words of the rules, and leaves no line', async () => {
    monitor.on('GET', `/v1/deliveries/${delivery}/course`, course('nothing'));

    expect(await operator.post(address('retry'), {})).toMatchObject({
      status: 409,
      body: { detail: '先核实再补发' },
    });
    expect(monitor.posted('/retry')).toEqual([]);
    expect(await lines()).toEqual([]);
  });

  it('is for operators', async () => {
    const editor = await lab.signedIn('editor');
    expect(await editor.post(address('retry'), {})).toMatchObject({ status: 403 });
    expect(monitor.asked).toEqual([]);
  });
});

describe('what was done by hand', () => {
  it('is written down with its reason, here and in the ledger', async () => {
    const reason = '已在短信平台后台补发';
    expect(await operator.post(address('by-hand'), { reason })).toMatchObject({ status: 202 });

    expect(monitor.posted('/by-hand')).toMatchObject([{ body: { reason }, person: 'operator' }]);
    expect(await lines()).toMatchObject([{ act: 'delivery.by-hand', reason, detail: { delivery } }]);
  });

  it('needs a reason, and a delivery that has come to rest', async () => {
    expect(await operator.post(address('by-hand'), {})).toMatchObject({ status: 400 });
    monitor.on('GET', `/v1/deliveries/${delivery}/course`, course('wait', '还在自动办理'));
    expect(await operator.post(address('by-hand'), { reason: '补发' })).toMatchObject({
      status: 409,
      body: { detail: '还在自动办理' },
    });
    expect(await lines()).toEqual([]);
  });
});

describe('many retries at once', () => {
  const ids = Array.from({ length: 5 }, (_, n) => `${n}K3QZP4M`);
  const of = (id: string): string => `${id}:1:sms:publish`;
  beforeEach(() => {
    monitor.on('GET', '/v1/matrix', {
      items: ids.map((publication) => ({
        publication,
        edition: 1,
        title: `停水通知 ${publication}`,
        number: null,
        owner: null,
        lane: 'normal',
        releasedAt: row.releasedAt,
        hand: true,
        cells: [
          {
            channel: 'sms',
            delivery: of(publication),
            operation: 'publish',
            removes: false,
            state: 'failed',
            words: '签名未报备',
            hand: true,
            retryable: true,
            cause: { key: '2c26b46b68ff', words: '签名未报备' },
            left: 25,
          },
          {
            channel: 'website',
            delivery: `${publication}:1:website:publish`,
            operation: 'publish',
            removes: false,
            state: 'confirmed',
            words: '',
            hand: false,
            retryable: false,
          },
        ],
      })),
    });
    for (const id of ids) {
      monitor.on('GET', `/v1/deliveries/${of(id)}/course`, {
        ...course('retry'),
        row: { ...row, delivery: of(id) },
      });
      monitor.on('POST', `/v1/deliveries/${of(id)}/retry`, { requested: of(id) });
    }
  });
  type Batch = { id: string; version: number; state: string; done: number; left: number; refused: number };
  const filter = { cause: '2c26b46b68ff' };
  const begin = (expected = 5) =>
    operator.post<Batch>('/api/v1/operations/retries', { filter, reason: '签名已报备', expected });
  const batch = async (id: string): Promise<Batch> =>
    (await operator.get<Batch>(`/api/v1/operations/retries/${id}`)).body;

  it('are counted first, with whom they may reach', async () => {
    const { body } = await operator.get('/api/v1/operations/retries/estimate?cause=2c26b46b68ff');
    expect(body).toMatchObject({
      deliveries: 5,
      channels: [{ channel: 'sms', deliveries: 5, people: 125 }],
    });
  });

  it('leave a line each, and one for all', async () => {
    const { body, status } = await begin();
    expect(status).toBe(201);
    await eventually(async () => (await batch(body.id)).state).toBe('done');

    expect(await batch(body.id)).toMatchObject({ done: 5, left: 0, refused: 0 });
    expect(
      monitor
        .posted('/retry')
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(ids.map((id) => `/v1/deliveries/${of(id)}/retry`));
    const auditor = await lab.signedIn('auditor');
    const trail = async (act: string) =>
      (await auditor.get<{ items: AuditRow[] }>(`/api/v1/audit?act=${act}`)).body.items.map((r) => r.fact);
    expect((await trail('delivery.retry')).map((f) => f.detail?.delivery).toSorted()).toEqual(ids.map(of));
    expect(
      (await trail('delivery.retry')).every((f) => f.reason === '签名已报备' && f.who === 'operator'),
    ).toBe(true);
    expect(await trail('retries.begin')).toMatchObject([{ detail: { deliveries: '5' } }]);
  });

  it('do not begin when they are not what was counted', async () => {
    expect(await begin(4)).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(monitor.posted('/retry')).toEqual([]);
  });

  it('go on where one is refused, and say which and why', async () => {
    monitor.on('POST', `/v1/deliveries/${of(ids[2] ?? '')}/retry`, refused(409, '这条投递正在办理'));
    const { body } = await begin();
    await eventually(async () => (await batch(body.id)).state).toBe('done');
    expect(await batch(body.id)).toMatchObject({
      done: 4,
      refused: 1,
      refusals: [{ delivery: of(ids[2] ?? ''), words: '这条投递正在办理' }],
    });
  });

  it('can be paused, go on, and be stopped for good', async () => {
    let first = true;
    const hold = Promise.withResolvers<void>();
    monitor.on('POST', `/v1/deliveries/${of(ids[0] ?? '')}/retry`, () => {
      if (first) hold.resolve();
      first = false;
      return { requested: of(ids[0] ?? '') };
    });
    const { body } = await begin();
    await hold.promise;
    const turn = async (act: string) =>
      operator.post<Batch>(`/api/v1/operations/retries/${body.id}/${act}`, {});
    expect(await turn('pause')).toMatchObject({ status: 200, body: { state: 'paused' } });
    const asked = monitor.posted('/retry').length;
    expect((await batch(body.id)).done + (await batch(body.id)).left).toBe(5);
    expect(await turn('stop')).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect(await turn('resume')).toMatchObject({ status: 409 });
    expect(monitor.posted('/retry').length).toBeLessThanOrEqual(asked + 1);
  });

  it('go on in another process where one died', async () => {
    monitor.on('POST', `/v1/deliveries/${of(ids[0] ?? '')}/retry`, refused(503, ''));
    const { body } = await begin();
    await eventually(() => monitor.posted('/retry').length).toBeGreaterThan(0);
    monitor.on('POST', `/v1/deliveries/${of(ids[0] ?? '')}/retry`, { requested: of(ids[0] ?? '') });
    lab = await lab.restarted();
    operator = await lab.signedIn('operator');
    await eventually(async () => (await batch(body.id)).state).toBe('done');
    expect(await batch(body.id)).toMatchObject({ done: 5, refused: 0 });
  });
});
