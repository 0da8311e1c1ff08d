import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { notice, urgentTerms } from '../../testing/hub.client.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import { keyOf } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { writeCap } from './cap.write.ts';
import { flood, floodInfo } from './warning.sample.ts';
import { saying, WarningsLab } from '../../testing/warnings.lab.ts';

let town: WarningsLab;
beforeEach(async () => {
  town = await WarningsLab.open();
});
afterEach(() => town.lab.close());

describe('a warning', () => {
  it('waits for a second person, then goes out in the words of whoever issued it', async () => {
    const { status, body } = await town.relay(flood);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'awaiting-confirmation',
      lane: 'urgent',
      title: floodInfo.headline,
      relay: { did: 'take-in', notes: [] },
    });

    const out = await town.confirmed(body);

    expect(out.editions[0]).toMatchObject({
      relayed: keyOf(flood),
      content: { title: floodInfo.headline, header: { issuer: floodInfo.senderName } },
    });
    const text = JSON.stringify(out.editions[0]?.content.body);
    for (const words of [floodInfo.description, floodInfo.instruction, '一级（红色）', '开远市小龙潭镇'])
      expect(text).toContain(words);
    expect(await (await town.duty.get<string>(`/api/v1/warnings/${flood.identifier}/cap`)).body).toBe(
      writeCap(flood),
    );
  });

  it('ends by itself when it expires', async () => {
    const out = await town.released();
    town.lab.pass(25 * 3_600_000);
    await eventually(() => town.stateOf(out.id)).toBe('expired');
  });

  it('taken in twice is one', async () => {
    const first = (await town.relay(flood)).body;
    expect((await town.relay(flood)).body.id).toBe(first.id);
    expect(await town.relay(saying({ description: '另一个内容' }))).toMatchObject({
      status: 409,
      body: { code: 'identifier-used' },
    });
  });

  it('is never edited', async () => {
    const p = (await town.relay(flood)).body;
    expect(
      await town.duty.put(`/api/v1/publications/${p.id}/draft`, {
        version: p.version,
        ...notice,
        title: floodInfo.headline,
      }),
    ).toMatchObject({ status: 422, body: { code: 'verbatim' } });
    const out = await town.confirmed(p);
    expect(
      await town.duty.post(`/api/v1/publications/${p.id}/correct`, {
        version: out.version,
        reason: '改',
        ...notice,
      }),
    ).toMatchObject({ status: 422, body: { code: 'verbatim' } });
  });

  it('of an exercise or a test never reaches the public', async () => {
    for (const status of ['Exercise', 'Test'] as const) {
      const { body } = await town.relay({
        ...flood,
        identifier: `5325024160000${status.length}_20261123090000_0`,
        status,
      });
      expect(body).toMatchObject({ state: 'draft' });
      expect(
        await town.duty.post(`/api/v1/publications/${body.id}/urgent`, {
          version: body.version,
          reason: '试',
        }),
      ).toMatchObject({ status: 422, body: { code: 'drill' } });
    }
  });

  it('comes from a known sender, through a duty officer', async () => {
    expect(await town.relay({ ...flood, sender: 'someone@example.com' })).toMatchObject({
      status: 403,
      body: { code: 'unknown-sender' },
    });
    expect(await town.relay(flood, await town.lab.signedIn('editor'))).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });
});

describe('the same message', () => {
  it('with other line ends is the same message', async () => {
    const first = (await town.relay(flood)).body;
    const again = await town.send(writeCap(flood).replaceAll('\n', '\r\n'));
    expect(again).toMatchObject({ status: 201, body: { id: first.id, relay: { did: 'repeat' } } });
  });

  it('is told by its sender as well: two may use one identifier', async () => {
    const one = (await town.relay(flood)).body;
    const two = await town.relay({ ...flood, sender: 'other@example.gov.cn' });
    expect(two).toMatchObject({ status: 201, body: { relay: { did: 'take-in' } } });
    expect(two.body.id).not.toBe(one.id);
    const list = (await town.duty.get<{ items: { id: string }[] }>('/api/v1/warnings')).body.items;
    expect(list.map((w) => w.id.split(',')[0]).toSorted()).toEqual([
      'kyqx@example.gov.cn',
      'other@example.gov.cn',
    ]);
  });
});

describe('a warning whose time is over', () => {
  it('is refused when it comes in', async () => {
    const past = { expires: '2026-11-23T08:00:00+08:00' };
    expect(await town.relay(saying(past))).toMatchObject({
      status: 422,
      body: { code: 'term-over', detail: expect.stringContaining('已过失效时间') },
    });
    expect(await town.relay(saying({ expires: null }))).toMatchObject({
      status: 422,
      body: { code: 'no-expiry' },
    });
  });

  it('is refused when the second person comes too late', async () => {
    const p = (await town.relay(saying({ expires: '2026-11-23T09:20:00+08:00' }))).body;
    town.lab.pass(21 * 60_000);
    const late = await town.duty2.post(`/api/v1/publications/${p.id}/urgent/confirm`, {
      version: p.version,
      contentHash: p.editions[0]?.contentHash,
    });
    expect(late).toMatchObject({ status: 422, body: { code: 'term-over' } });
    expect(town.lab.broker.published).toEqual([]);
  });
});

describe('channels that cannot carry it', () => {
  it('stop no other, and are named; what the checks would have said waits for the review', async () => {
    const problem = { channel: 'sms', field: 'media', message: '图片无法识别。', remedy: '请换图片。' };
    town.lab.broker.objections.set('sms', [problem]);
    const { status, body } = await town.relay(flood);
    expect(status).toBe(201);
    expect(body.relay.notes).toEqual(['渠道 sms 无法承载：图片无法识别。请换图片。']);
    expect(body.editions[0]?.notCarried).toEqual([{ channel: 'sms', why: '图片无法识别。请换图片。' }]);
    expect(await town.confirmed(body)).toMatchObject({ state: 'released' });
    const { findings } = (
      await town.duty.get<{ findings: { rule: string }[] }>(`/api/v1/publications/${body.id}/findings`)
    ).body;
    expect(findings.map((f) => f.rule)).toContain('channel-not-carried');
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
    const { status, body } = await town.lab.visitor().get<string>(`/api/public/v1/warnings/${id}/cap`);
    return { status, message: status === 200 ? readCap(body).message : null };
  };

  it('is told to other platforms as an Alert, then an Update, at last a Cancel, each valid and referring to those before', async () => {
    const room = await Newsroom.of(town.lab);
    const draft = await room.editor.act('', {
      ...notice,
      ...urgentTerms,
      matter: { type: 'warning', column: 'yjyj', fields },
    });
    expect((await cap(draft.id)).status).toBe(404);

    const first = await room.release(draft);
    expect((await cap(draft.id)).message).toMatchObject({
      msgType: 'Alert',
      status: 'Actual',
      sender: 'kaiyuan.gov.cn',
      identifier: `${draft.id}.1`,
      infos: [{ severity: 'Moderate', areas: ['灵泉街道'] }],
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

    await room.editor.act(`/${draft.id}/lift`, { version: second.version, reason: '已恢复供水' });
    expect((await cap(draft.id)).message).toMatchObject({
      msgType: 'Cancel',
      infos: [{ description: '已恢复供水' }],
      references: [{ identifier: `${draft.id}.1` }, { identifier: `${draft.id}.2` }],
    });
  });

  it('that was relayed is told in its own message', async () => {
    const out = await town.released();

    expect((await town.lab.visitor().get(`/api/public/v1/warnings/${out.id}/cap`)).body).toBe(
      writeCap(flood),
    );
  });
});
