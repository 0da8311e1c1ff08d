import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemDetails } from './http/problem.ts';
import type { Preview } from './publications/draft.desk.ts';
import type { PublicationView } from './publications/publication.view.ts';
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
  source: `<p>现予公示。</p><table>${['甲', '乙', '丙'].map((name) => `<tr><td>${name}户</td><td>100元</td></tr>`).join('')}</table>`,
} as const;
const noTable = '没有表格（共3行，如“甲户 100元”）';
/** As the editor sees what is refused, and accepts it. */
const refusalOf = async (who: HubClient, draft: { id: string; version: number }, accept: object = {}) =>
  who.post<ProblemDetails>(`/api/v1/publications/${draft.id}/submit`, { version: draft.version, accept });
const submit = async (who: HubClient, draft: { id: string; version: number }) => {
  const { body } = await refusalOf(who, draft);
  const accept = Object.fromEntries((body.omissions ?? []).map(({ channel, key }) => [channel, key]));
  return who.act(`/${draft.id}/submit`, { version: draft.version, accept });
};
const release = async (submitted: PublicationView): Promise<PublicationView> => {
  const { id, version, editions } = submitted;
  const contentHash = editions.at(-1)?.contentHash;
  const read = await room.reviewer.act(`/${id}/approve`, { version, contentHash });
  const cleared = await room.secrecy.act(`/${id}/clear`, { version: read.version, contentHash });
  return room.editor.act(`/${id}/publish`, { version: cleared.version });
};
const findingsOf = async (who: HubClient, id: string): Promise<string> =>
  JSON.stringify((await who.get(`/api/v1/publications/${id}/findings`)).body);

describe('what readers of a channel do not find', () => {
  beforeEach(() => {
    lab.broker.readings.set('website', '现予公示。甲户100元 乙户100元 丙户100元');
    lab.broker.readings.set('sms', '关于停水的通知，现予公示。');
  });

  it('is told to the editor in the preview of that channel', async () => {
    const { body } = await room.editor.post<Preview>('/api/v1/previews', roll);
    const omitted = Object.fromEntries(
      body.renditions.map((r) => [r.channel, r.omitted.map((o) => o.message)]),
    );
    expect(omitted).toEqual({ website: [], sms: [noTable] });
    expect(JSON.stringify(body)).not.toContain('readings');
  });

  it('is kept with the edition as it was submitted, and a finding for its reviewer', async () => {
    const draft = await room.editor.act('', roll);
    const submitted = await submit(room.editor, draft);
    expect(submitted.editions[0]?.omitted).toMatchObject({ sms: [{ kind: 'rows', shown: 0, of: 3 }] });
    expect(Object.keys(submitted.editions[0]?.omitted ?? {})).toEqual(['sms']);
    expect(await findingsOf(room.reviewer, draft.id)).toContain(`“sms”的读者看不到：${noTable}。`);
    const { body } = await room.reviewer.get<Pick<Preview, 'renditions'>>(
      `/api/v1/publications/${draft.id}/renditions`,
    );
    expect(body.renditions.find((r) => r.channel === 'sms')?.omitted).toHaveLength(1);
  });

  it('stops the submission until the editor accepts just that, channel by channel', async () => {
    const draft = await room.editor.act('', roll);
    const refused = await refusalOf(room.editor, draft);
    expect(refused).toMatchObject({ status: 422, body: { code: 'omissions-not-accepted' } });
    const [{ channel, key, messages } = { channel: '', key: '', messages: [] }] =
      refused.body.omissions ?? [];
    expect([channel, messages]).toEqual(['sms', [noTable]]);
    expect((await refusalOf(room.editor, draft, { sms: 'something-else' })).status).toBe(422);
    expect((await refusalOf(room.editor, draft, { website: key })).status).toBe(422);

    lab.broker.readings.set('sms', '关于停水的通知，现予公示。甲户 100元');
    expect((await refusalOf(room.editor, draft, { sms: key })).body.omissions?.[0]?.messages).toEqual([
      '表格只有3行中的1行，缺“乙户 100元”等',
    ]);

    const submitted = await submit(room.editor, draft);
    expect(submitted.editions[0]).toMatchObject({ state: 'submitted', accepted: ['sms'] });
    expect(await findingsOf(room.reviewer, draft.id)).toContain('编辑送审时已确认。');
  });

  it('is not asked again of a correction that leaves out the same, and asked where it is not the same', async () => {
    const draft = await room.editor.act('', roll);
    const released = await release(await submit(room.editor, draft));
    const inWork = await room.editor.act(`/${draft.id}/correct`, {
      ...roll,
      version: released.version,
      reason: '日期有误',
      source: roll.source.replace('现予公示', '现于今日公示'),
    });
    const again = await room.editor.act(`/${draft.id}/submit`, { version: inWork.version, accept: {} });
    expect(again.editions[1]).toMatchObject({ state: 'submitted', accepted: ['sms'] });

    const back = await room.reviewer.act(`/${draft.id}/return`, { version: again.version, reason: '改' });
    const more = { ...roll, source: roll.source.replaceAll('100元', '200元') };
    await room.editor.put(`/api/v1/publications/${draft.id}/lock`, {});
    const edited = await room.editor.put<PublicationView>(`/api/v1/publications/${draft.id}/draft`, {
      ...more,
      version: back.version,
    });
    expect(edited.status).toBe(200);
    const refused = await refusalOf(room.editor, edited.body);
    expect(refused.body.omissions?.[0]?.messages).toEqual(['没有表格（共3行，如“甲户 200元”）']);
  });

  it('stops nothing that is urgent', async () => {
    const draft = await room.editor.act('', { ...roll, lane: 'urgent' });
    const asked = await room.editor.post(`/api/v1/publications/${draft.id}/urgent`, {
      version: draft.version,
      reason: '险情',
    });
    expect(JSON.stringify(asked.body)).not.toContain('omissions-not-accepted');
  });

  it('is forgotten with the words it was about', async () => {
    const draft = await room.editor.act('', roll);
    const submitted = await submit(room.editor, draft);
    const back = await room.reviewer.act(`/${draft.id}/return`, {
      version: submitted.version,
      reason: '改',
    });
    expect(back.editions[0]?.omitted).toEqual({});
    expect(await findingsOf(room.reviewer, draft.id)).not.toContain('看不到');
  });

  it('is not known of a channel that does not tell', async () => {
    lab.broker.readings.delete('sms');
    const { body } = await room.editor.post<Preview>('/api/v1/previews', roll);
    expect(body.renditions.map((r) => r.omitted)).toEqual([[], []]);
  });
});

describe('what short texts say', () => {
  const timed = {
    ...notice,
    format: 'text',
    source: '关于停水的通知\n\n停水时间：12月2日22:00起。',
  } as const;
  const own = { kind: 'when', label: '停水', words: '今晚十点起', block: null } as const;

  it('is read from the words, until the editor writes it; then it is approved with them', async () => {
    const { body } = await room.editor.post<Preview>('/api/v1/previews', timed);
    expect(body.essentials).toMatchObject([{ kind: 'when', label: '停水时间', words: '12月2日22:00起。' }]);
    expect(body.content.essentials).toBeUndefined();

    const draft = await room.editor.act('', { ...timed, essentials: [own] });
    expect(draft.editions[0]?.content.essentials).toEqual([own]);
    const plain = await room.editor.act('', timed);
    expect(draft.editions[0]?.contentHash).not.toBe(plain.editions[0]?.contentHash);
  });

  it('is refused with its place when it says nothing', async () => {
    const { status, body } = await room.editor.post<ProblemDetails>('/api/v1/previews', {
      ...timed,
      essentials: [{ ...own, words: '' }],
    });
    expect([status, body.fields?.[0]?.field]).toEqual([400, 'essentials.0.words']);
  });
});
