import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publications } from '../../publications/publication.document.ts';
import type { PublicationView } from '../../publications/publication.view.ts';
import { eventually } from '../../testing/eventually.ts';
import { notice, type HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { CapMessage } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { writeCap } from './cap.write.ts';
import { flood } from './warning.sample.ts';

let lab: HubLab;
let duty: HubClient;
let duty2: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  [duty, duty2] = [await lab.signedIn('duty'), await lab.signedIn('duty2')];
});
afterEach(() => lab.close());

const after = (msgType: CapMessage['msgType'], more: Partial<CapMessage> = {}): CapMessage => ({
  ...flood,
  identifier: '53250241600000_20261123110000_0',
  sent: '2026-11-23T11:00:00+08:00',
  msgType,
  references: [{ sender: flood.sender, identifier: flood.identifier, sent: flood.sent }],
  ...more,
});
const relay = (message: CapMessage, by = duty) =>
  by.post<PublicationView>('/api/v1/warnings', { xml: writeCap(message) });
const confirmed = (p: PublicationView): Promise<PublicationView> =>
  duty2.act(`/${p.id}/urgent/confirm`, { version: p.version, contentHash: p.editions.at(-1)?.contentHash });

describe('a warning', () => {
  it('waits for a second person, then goes out in the words of whoever issued it', async () => {
    const { status, body } = await relay(flood);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'awaiting-confirmation', lane: 'urgent', title: flood.headline });

    const out = await confirmed(body);

    expect(out.editions[0]).toMatchObject({
      relayed: flood.identifier,
      content: { title: flood.headline, header: { issuer: flood.senderName } },
    });
    const text = JSON.stringify(out.editions[0]?.content.body);
    for (const words of [flood.description, flood.instruction, '一级（红色）', '开远市小龙潭镇'])
      expect(text).toContain(words);
    expect(await (await duty.get<string>(`/api/v1/warnings/${flood.identifier}/cap`)).body).toBe(
      writeCap(flood),
    );
  });

  it('ends by itself when it expires', async () => {
    const out = await confirmed((await relay(flood)).body);
    lab.pass(25 * 3_600_000);
    await eventually(async () => (await (await lab.store.collection(publications)).get(out.id))?.state).toBe(
      'expired',
    );
  });

  it('taken in twice is one', async () => {
    const first = (await relay(flood)).body;
    expect((await relay(flood)).body.id).toBe(first.id);
    expect(await relay({ ...flood, description: '另一个内容' })).toMatchObject({
      status: 409,
      body: { code: 'identifier-used' },
    });
  });

  it('is never edited', async () => {
    const p = (await relay(flood)).body;
    expect(
      await duty.put(`/api/v1/publications/${p.id}/draft`, {
        version: p.version,
        ...notice,
        title: flood.headline,
      }),
    ).toMatchObject({ status: 422, body: { code: 'verbatim' } });
    const out = await confirmed(p);
    expect(
      await duty.post(`/api/v1/publications/${p.id}/correct`, {
        version: out.version,
        reason: '改',
        ...notice,
      }),
    ).toMatchObject({ status: 422, body: { code: 'verbatim' } });
  });

  it('of an exercise or a test never reaches the public', async () => {
    for (const status of ['Exercise', 'Test'] as const) {
      const { body } = await relay({
        ...flood,
        identifier: `5325024160000${status.length}_20261123090000_0`,
        status,
      });
      expect(body).toMatchObject({ state: 'draft' });
      expect(
        await duty.post(`/api/v1/publications/${body.id}/urgent`, { version: body.version, reason: '试' }),
      ).toMatchObject({ status: 422, body: { code: 'drill' } });
    }
  });

  it('comes from a known sender, through a duty officer', async () => {
    expect(await relay({ ...flood, sender: 'someone@example.com' })).toMatchObject({
      status: 403,
      body: { code: 'unknown-sender' },
    });
    expect(await relay(flood, await lab.signedIn('editor'))).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });
});

describe('an update', () => {
  it('is the next edition of the first message', async () => {
    const first = await confirmed((await relay(flood)).body);
    const update = (await relay(after('Update', { severity: 'Severe', headline: '山洪灾害预警降为橙色' })))
      .body;
    expect(update).toMatchObject({ id: first.id, state: 'awaiting-confirmation', inForce: 1 });
    expect(await confirmed(update)).toMatchObject({ inForce: 2 });
  });

  it('of a message nobody here has seen is refused', async () => {
    expect(await relay(after('Update'))).toMatchObject({ status: 422, body: { code: 'unknown-reference' } });
    expect(await relay({ ...after('Cancel'), references: [] })).toMatchObject({
      status: 422,
      body: { code: 'unknown-reference' },
    });
  });
});

it('is cancelled at once, on every channel that got it', async () => {
  const first = await confirmed((await relay(flood)).body);
  const gone = (await relay(after('Cancel', { headline: '解除山洪灾害红色预警' }))).body;
  expect(gone).toMatchObject({
    id: first.id,
    state: 'expired',
    ending: { reason: '预警解除：解除山洪灾害红色预警' },
  });
  await eventually(() => lab.broker.published.at(-1)?.envelope.data).toMatchObject({
    act: 'expire',
    channels: [{ id: 'sms' }, { id: 'website' }],
  });
});

describe('a warning of the house itself', () => {
  const fields = {
    category: '停水',
    level: '三级（黄色）',
    startsAt: '2026年11月24日8时',
    area: '灵泉街道',
    matters: '主管道爆裂，全城停水。',
    measures: '请储水。',
    issuer: '开远市水务局',
    issuedAt: '2026年11月23日9时',
  };
  const cap = async (id: string) => {
    const { status, body } = await lab.visitor().get<string>(`/api/public/v1/warnings/${id}/cap`);
    return { status, message: status === 200 ? await readCap(body) : null };
  };

  it('is told to other platforms as an Alert, then an Update, at last a Cancel, each valid and referring to those before', async () => {
    const room = await Newsroom.of(lab);
    const draft = await room.editor.act('', {
      ...notice,
      matter: { type: 'warning', column: 'yjyj', fields },
    });
    expect((await cap(draft.id)).status).toBe(404);

    const first = await room.release(draft);
    expect((await cap(draft.id)).message).toMatchObject({
      msgType: 'Alert',
      status: 'Actual',
      sender: 'kaiyuan.gov.cn',
      identifier: `${draft.id}.1`,
      severity: 'Moderate',
      areas: ['灵泉街道'],
      references: [],
    });

    const second = await room.release(
      await room.editor.act(`/${draft.id}/correct`, {
        ...notice,
        version: first.version,
        reason: '范围扩大',
        source: `${notice.source}\n范围扩大。`,
      }),
    );
    expect((await cap(draft.id)).message).toMatchObject({
      msgType: 'Update',
      identifier: `${draft.id}.2`,
      references: [{ identifier: `${draft.id}.1` }],
    });

    await room.editor.act(`/${draft.id}/expire`, { version: second.version, reason: '已恢复供水' });
    expect((await cap(draft.id)).message).toMatchObject({
      msgType: 'Cancel',
      description: '已恢复供水',
      references: [{ identifier: `${draft.id}.1` }, { identifier: `${draft.id}.2` }],
    });
  });

  it('that was relayed is told in its own message', async () => {
    const out = await confirmed((await relay(flood)).body);

    expect((await lab.visitor().get(`/api/public/v1/warnings/${out.id}/cap`)).body).toBe(writeCap(flood));
  });
});
