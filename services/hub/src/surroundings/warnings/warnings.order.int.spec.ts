import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { after, nameOf, saying, WarningsLab } from '../../testing/warnings.lab.ts';
import { keyOf, type CapMessage } from './cap.message.ts';
import { writeCap } from './cap.write.ts';
import { flood } from './warning.sample.ts';
import { warnings } from './warnings.documents.ts';

let town: WarningsLab;
beforeEach(async () => {
  town = await WarningsLab.open();
});
afterEach(() => town.lab.close());

const words = { headline: '解除山洪灾害红色预警', description: '降雨已经减弱。' };
const cancel = after('Cancel', words);
const late = async (id: string) => {
  const { version, editions } = (
    await town.duty.get<{ version: number; editions: { contentHash: string }[] }>(
      `/api/v1/publications/${id}`,
    )
  ).body;
  const seen = { version, contentHash: editions[0]?.contentHash };
  return town.duty2.post(`/api/v1/publications/${id}/urgent/confirm`, seen);
};
const kept = async () => (await town.lab.store.collection(warnings)).count({ until: { gt: '' } });

describe('a cancel that comes before its alert', () => {
  it('is remembered, and is no publication', async () => {
    const { status, body } = await town.relay(cancel);
    expect(status).toBe(202);
    expect(body).toEqual({
      relay: { did: 'remember', notes: [expect.stringContaining('没有记录'), expect.any(String)], ends: [] },
    });
    expect((await town.relay(cancel)).status).toBe(202);
    const list = (await town.duty.get<{ items: object[] }>('/api/v1/warnings')).body.items;
    expect(list).toMatchObject([{ id: keyOf(cancel), publication: null }]);
  });

  it('voids the alert when that comes: it waits for nobody and cannot be confirmed', async () => {
    await town.relay(cancel);
    const { status, body } = await town.relay(flood);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'lifted',
      inForce: null,
      ending: { act: 'lift', reason: expect.stringContaining(words.description), message: keyOf(cancel) },
      relay: { did: 'void', notes: [expect.stringContaining('已被发布单位解除')] },
    });
    expect((await late(body.id)).status).toBe(409);
    expect((await town.relay(flood)).body).toMatchObject({ id: body.id, relay: { did: 'repeat' } });
    expect((await town.relay(cancel)).body).toMatchObject({ id: body.id, relay: { did: 'nothing' } });
    expect(town.lab.broker.published).toEqual([]);
  });

  it('is found by sender, identifier and instant; by the identifier where the instant was mistyped', async () => {
    const mistyped = { ...nameOf(flood), sent: '2026-11-23T09:00:30+08:00' };
    await town.relay({ ...cancel, references: [mistyped] });
    const other: CapMessage = { ...flood, sender: 'other@example.gov.cn' };
    expect((await town.relay(other)).body.relay.did).toBe('take-in');
    expect((await town.relay(flood)).body.relay.did).toBe('void');
  });

  it('of an exercise voids the exercise and no real warning', async () => {
    await town.relay({ ...cancel, status: 'Exercise' });
    expect((await town.relay(flood)).body).toMatchObject({ state: 'awaiting-confirmation' });
  });

  it('voids what is to come, and ends what is known at once', async () => {
    const elsewhere = { ...saying({ headline: '乐白道街道山洪黄色预警' }), identifier: 'X-2' };
    const out = await town.released();
    const both = { ...cancel, references: [nameOf(flood), nameOf(elsewhere)] };
    expect((await town.relay(both)).body).toMatchObject({
      id: out.id,
      state: 'lifted',
      relay: { did: 'end' },
    });
    expect((await town.relay(elsewhere)).body).toMatchObject({ state: 'lifted', relay: { did: 'void' } });
  });

  it('is forgotten after 30 days', async () => {
    await town.relay(cancel);
    expect(await kept()).toBe(1);
    town.lab.pass(30 * 86_400_000 + 1000);
    await eventually(kept).toBe(0);
  });
});

describe('a message that was replaced before it came', () => {
  const second = after('Update', { headline: '山洪灾害橙色预警', severity: 'Severe' });

  it('is taken in as over when the update is here already', async () => {
    const update = (await town.relay(second)).body;
    expect(update.relay.did).toBe('take-in');
    const alert = (await town.relay(flood)).body;
    expect(alert).toMatchObject({
      state: 'lifted',
      relay: { did: 'void', notes: [expect.stringContaining('已被更新报文取代')] },
    });
    expect(await town.confirmed(update)).toMatchObject({ state: 'released' });
  });

  it('takes what it would have replaced along, once that which took its place is out', async () => {
    const first = await town.released();
    const third = { ...second, identifier: 'X-3', references: [nameOf(second)] };
    const newest = (await town.relay(third)).body;
    expect((await town.relay(second)).body.relay.did).toBe('void');
    expect(await town.stateOf(first.id)).toBe('released');

    await town.confirmed(newest);

    await eventually(() => town.stateOf(first.id)).toBe('lifted');
    expect(await town.stateOf(newest.id)).toBe('released');
  });

  it('ends with what it updates when it was cancelled', async () => {
    const first = await town.released();
    const gone = { ...cancel, identifier: 'X-4', references: [nameOf(second)] };
    expect((await town.relay(gone)).status).toBe(202);
    expect((await town.relay(second)).body).toMatchObject({ id: first.id, state: 'lifted' });
    const cap = await town.lab.visitor().get<string>(`/api/public/v1/warnings/${first.id}/cap`);
    expect(cap).toMatchObject({ status: 200, body: writeCap(gone) });
  });
});
