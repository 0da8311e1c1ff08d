import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemDetails } from './http/problem.ts';
import type { Preview } from './publications/draft.desk.ts';
import { eventually } from './testing/eventually.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const roll = {
  ...notice,
  format: 'html',
  source: '<p>现予公示。</p><table><tr><td>甲户</td></tr><tr><td>乙户</td></tr></table>',
};
type Draft = { readonly id: string; readonly version: number };
const submit = (who: HubClient, { id, version }: Draft, said: object = {}) =>
  who.post<ProblemDetails>(`/api/v1/publications/${id}/submit`, { version, ...said });
const findingsOf = async (who: HubClient, id: string): Promise<string> =>
  JSON.stringify((await who.get(`/api/v1/publications/${id}/findings`)).body);

describe('a channel that does not answer in time', () => {
  beforeEach(() => {
    lab.broker.silent.add('sms');
  });

  it('stops the submission with a sentence about it, until it answers', async () => {
    const draft = await room.editor.act('', notice);
    const { status, body } = await submit(room.editor, draft);
    expect([status, body.code]).toEqual([422, 'channels-silent']);
    expect(body.silent).toEqual([
      { channel: 'sms', title: 'sms', message: '“sms”未答复，不知道它放不放得下、会漏掉什么。' },
    ]);

    lab.broker.silent.delete('sms');
    const again = await submit(room.editor, draft);
    expect([again.status, again.body]).toMatchObject([200, { editions: [{ unchecked: [] }] }]);
  });

  it('says its omissions when it answers after all: none slips through', async () => {
    lab.broker.readings.set('sms', '现予公示。');
    const draft = await room.editor.act('', roll);
    expect((await submit(room.editor, draft)).body.omissions).toBeUndefined();

    lab.broker.silent.delete('sms');
    expect((await submit(room.editor, draft)).body).toMatchObject({
      code: 'omissions-not-accepted',
      omissions: [{ channel: 'sms' }],
    });
  });

  it('is passed by the editor’s word alone, which is kept for the reviewer', async () => {
    const draft = await room.editor.act('', notice);
    expect((await submit(room.editor, draft, { goOn: ['website'] })).status).toBe(422);
    const { body } = await submit(room.editor, draft, { goOn: ['sms'] });
    expect(body).toMatchObject({ editions: [{ unchecked: ['sms'] }] });
    expect(await findingsOf(room.reviewer, draft.id)).toContain('channel-unchecked');
  });

  it('is told together with what the others leave out', async () => {
    lab.broker.readings.set('website', '什么也没有');
    const { body } = await submit(room.editor, await room.editor.act('', roll));
    expect(body.omissions?.map(({ channel }) => channel)).toEqual(['website']);
    expect(body.silent?.map(({ channel }) => channel)).toEqual(['sms']);
    expect(body.detail).toContain('未答复');
  });
});

const policy = {
  ...notice,
  matter: {
    type: 'policy',
    column: 'zcwj',
    fields: {
      documentNumber: '开政发〔2026〕7号',
      writtenOn: '2026-11-20',
      validity: '有效',
      interpretationPlan: '图解，同日发布',
    },
  },
};

describe('a type', () => {
  it('proposes its channels, lane and audience to whoever does not choose', async () => {
    const draft = await room.editor.act('', policy);
    expect([draft.channels, draft.lane]).toEqual([['website'], 'normal']);
    const chosen = await room.editor.act('', { ...policy, channels: ['sms', 'website'] });
    expect(chosen.channels).toEqual(['sms', 'website']);
  });

  it('asks why a channel is left out only where the law asks for it, and keeps the answer', async () => {
    const draft = await room.editor.act('', { ...policy, channels: ['sms'] });
    expect(await findingsOf(room.editor, draft.id)).toContain('送审时须说明');
    const { body } = await submit(room.editor, draft);
    expect(body).toMatchObject({
      code: 'channels-required',
      required: [{ channel: 'website', article: '《政府信息公开条例》第二十四条' }],
    });
    expect((await submit(room.editor, draft, { leaveOut: { website: ' ' } })).status).toBe(400);

    const reason = '网站改版，12月1日补登';
    const submitted = await submit(room.editor, draft, { leaveOut: { website: reason } });
    expect(submitted.body).toMatchObject({ editions: [{ leftOut: [{ channel: 'website', reason }] }] });
    expect(JSON.stringify(submitted.body)).toContain(
      `未选依法应选的渠道 website（《政府信息公开条例》第二十四条），理由：${reason}`,
    );
    expect(await findingsOf(room.reviewer, draft.id)).toContain(`编辑说明：${reason}`);
    const auditor = await lab.signedIn('auditor');
    await eventually(async () =>
      JSON.stringify((await auditor.get(`/api/v1/audit?about=publication/${draft.id}`)).body),
    ).toContain(reason);
  });

  it('asks nothing where no law does, or where the house has no such channel', async () => {
    const plain = await room.editor.act('', { ...notice, channels: ['sms'] });
    expect((await submit(room.editor, plain)).status).toBe(200);

    const consultation = await room.editor.act('', {
      ...policy,
      matter: { type: 'consultation', column: 'yjzj' },
      channels: ['website'],
    });
    expect(await findingsOf(room.editor, consultation.id)).not.toContain('channel-required');
  });

  it('takes the reason back with the words it was about', async () => {
    const draft = await room.editor.act('', { ...policy, channels: ['sms'] });
    const submitted = await room.editor.act(`/${draft.id}/submit`, {
      version: draft.version,
      leaveOut: { website: '改版' },
    });
    const again = { version: submitted.version, reason: '请选网站' };
    const back = await room.reviewer.act(`/${draft.id}/return`, again);
    expect(back.editions[0]?.leftOut).toEqual([]);
    expect((await submit(room.editor, back)).body.code).toBe('channels-required');
  });
});

describe('what a submission would ask', () => {
  const askedOf = async (body: object) =>
    (await room.editor.post<Preview>('/api/v1/previews', body)).body.asked.map((f) => [
      f.severity,
      f.rule,
      f.field,
    ]);

  it('is told while it is written, for the channels that it goes to: just what the submission asks', async () => {
    lab.broker.readings.set('website', '什么也没有');
    lab.broker.silent.add('sms');
    expect(await askedOf(roll)).toEqual([
      ['advise', 'submission-omission', 'channels.website'],
      ['advise', 'submission-silent', 'channels.sms'],
    ]);
    expect(await askedOf({ ...roll, channels: ['sms'] })).toEqual([
      ['advise', 'submission-silent', 'channels.sms'],
    ]);
    lab.broker.silent.clear();
    lab.broker.readings.clear();
    expect(await askedOf(roll)).toEqual([]);
  });

  it('is also a channel that the law asks for, and stops what a channel cannot carry', async () => {
    const problem = { channel: 'sms', field: 'title', message: '标题太长。', remedy: '请缩短。' };
    lab.broker.objections.set('sms', [problem]);
    expect(await askedOf({ ...policy, channels: ['sms'] })).toEqual([
      ['block', 'channel-problem', 'title'],
      ['advise', 'submission-required', 'channels.website'],
    ]);
  });
});
