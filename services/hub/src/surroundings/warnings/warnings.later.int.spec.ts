import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import type { CapMessage } from './cap.message.ts';
import { writeCap } from './cap.write.ts';
import { flood } from './warning.sample.ts';
import { after, nameOf, saying, WarningsLab } from '../../testing/warnings.lab.ts';

let town: WarningsLab;
beforeEach(async () => {
  town = await WarningsLab.open();
});
afterEach(() => town.lab.close());

describe('an update', () => {
  it('is the next edition of the first message', async () => {
    const first = await town.released();
    const update = (
      await town.relay(after('Update', { severity: 'Severe', headline: '山洪灾害预警降为橙色' }))
    ).body;
    expect(update).toMatchObject({ id: first.id, state: 'awaiting-confirmation', inForce: 1 });
    expect(await town.confirmed(update)).toMatchObject({ inForce: 2 });
  });

  it('takes the place of a warning that waits', async () => {
    const yellow = (await town.relay(saying({ severity: 'Moderate', headline: '山洪灾害黄色预警' }))).body;
    const red = (await town.relay(after('Update', { headline: '山洪灾害红色预警' }))).body;
    expect(red).toMatchObject({
      id: yellow.id,
      title: '山洪灾害红色预警',
      state: 'awaiting-confirmation',
      relay: { did: 'replace' },
    });
    expect(await town.confirmed(red)).toMatchObject({ state: 'released', inForce: 1 });
  });

  it('whose first message never came is a new warning and says so', async () => {
    const { status, body } = await town.relay(after('Update'));
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'awaiting-confirmation', relay: { did: 'take-in' } });
    expect(body.relay.notes.join()).toContain('更新报文，首发未收到');
    expect(body.editions[0]?.urgentRequest?.reason).toContain('更新报文，首发未收到');
    expect(await town.confirmed(body)).toMatchObject({ state: 'released' });
  });

  it('that names several ends the others once it is out', async () => {
    const elsewhere = { ...saying({ headline: '乐白道街道山洪黄色预警' }), identifier: 'X-2' };
    const [one, two] = [await town.released(), await town.confirmed((await town.relay(elsewhere)).body)];
    const references = [nameOf(flood), nameOf(elsewhere), { ...nameOf(flood), identifier: 'X-9' }];
    const update = (await town.relay({ ...after('Update'), references })).body;
    expect(update).toMatchObject({ id: one.id, relay: { did: 'update', ends: [two.id] } });
    expect(update.relay.notes.join()).toContain('X-9 没有记录');
    expect(await town.stateOf(two.id)).toBe('released');

    await town.confirmed(update);

    await eventually(() => town.stateOf(two.id)).toBe('lifted');
    expect(await town.stateOf(one.id)).toBe('released');
  });
});

describe('a cancel', () => {
  const words = { headline: '解除山洪灾害红色预警', description: '降雨已经减弱，水位回落至警戒水位以下。' };

  it('lifts it at once, on every channel that got it, in its own words', async () => {
    const first = await town.released();
    const gone = (await town.relay(after('Cancel', words))).body;
    expect(gone).toMatchObject({
      id: first.id,
      state: 'lifted',
      ending: { act: 'lift', reason: expect.stringContaining(words.description) },
    });
    await eventually(() => town.lab.broker.published.at(-1)?.envelope.data).toMatchObject({
      act: 'lift',
      reason: expect.stringContaining(words.headline),
      channels: [{ id: 'sms' }, { id: 'website' }],
    });
    const cap = await town.lab.visitor().get<string>(`/api/public/v1/warnings/${first.id}/cap`);
    expect(cap).toMatchObject({ status: 200, body: writeCap(after('Cancel', words)) });
  });

  it('of a warning that waits makes a later confirmation impossible', async () => {
    const waiting = (await town.relay(flood)).body;
    const gone = (await town.relay(after('Cancel', words))).body;
    expect(gone).toMatchObject({ id: waiting.id, state: 'lifted', inForce: null, relay: { did: 'end' } });
    for (const { version } of [waiting, gone]) {
      const late = await town.duty2.post(`/api/v1/publications/${waiting.id}/urgent/confirm`, {
        version,
        contentHash: waiting.editions[0]?.contentHash,
      });
      expect(late.status).toBe(409);
    }
    expect(town.lab.broker.published).toEqual([]);
  });

  it('that names several ends all that are known and lists the rest', async () => {
    const elsewhere = { ...saying({ headline: '乐白道街道山洪黄色预警' }), identifier: 'X-2' };
    const [one, two] = [await town.released(), (await town.relay(elsewhere)).body];
    const references = [nameOf(flood), nameOf(elsewhere), { ...nameOf(flood), identifier: 'X-9' }];
    const gone = (await town.relay({ ...after('Cancel', words), references })).body;
    expect([await town.stateOf(one.id), await town.stateOf(two.id)]).toEqual(['lifted', 'lifted']);
    expect(gone.relay.notes).toEqual(['引用的 X-9 没有记录']);
  });

  it('needs no info, and finds what it names by the identifier where the instant was mistyped', async () => {
    const first = await town.released();
    const references = [{ ...nameOf(flood), sent: '2026-11-23T09:00:30+08:00' }];
    const bare: CapMessage = { ...after('Cancel'), references, infos: [], note: '险情已排除' };
    expect((await town.relay(bare)).body).toMatchObject({ id: first.id, ending: { reason: '险情已排除' } });
  });

  it('that names nothing is refused', async () => {
    expect(await town.relay({ ...after('Cancel'), references: [] })).toMatchObject({
      status: 422,
      body: { code: 'unknown-reference', detail: expect.stringContaining('请向发送方核对') },
    });
  });

  it('of what was withdrawn or is over changes nothing', async () => {
    const first = await town.released();
    await town.duty.act(`/${first.id}/withdraw`, { version: first.version, reason: '误发' });
    const { status, body } = await town.relay(after('Cancel', words));
    expect([status, body.state, body.relay.did]).toEqual([201, 'withdrawn', 'nothing']);
    expect((await town.lab.visitor().get(`/api/public/v1/warnings/${first.id}/cap`)).status).toBe(404);
  });

  it('of an exercise touches no real warning', async () => {
    const first = await town.released();
    expect(await town.relay({ ...after('Cancel', words), status: 'Exercise' })).toMatchObject({
      status: 422,
    });
    expect(await town.stateOf(first.id)).toBe('released');
  });
});
