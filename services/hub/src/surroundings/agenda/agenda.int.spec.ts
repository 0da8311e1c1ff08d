import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from '../../publications/publication.view.ts';
import { notice, type HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import { catalogueVersions } from '../catalogue/catalogue.documents.ts';
import type { Agenda, AgendaEntry } from './agenda.ts';
import type { Radar } from './radar.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const agenda = async (who: HubClient, from = '2026-11-23', to = '2026-12-31'): Promise<Agenda> =>
  (await who.get<Agenda>(`/api/v1/agenda?from=${from}&to=${to}`)).body;
const entry = async (who: HubClient, id: string): Promise<AgendaEntry | undefined> =>
  (await agenda(who)).entries.find((e) => e.id === id);
const wednesday = { schedule: { publishAt: '2026-11-25T01:00:00.000Z' } };
const scheduled = async (): Promise<PublicationView> =>
  room.release(await room.editor.act('', { ...notice, ...wednesday }));

/** As a form of rule stands that this release does not know. */
async function garbleTimeLimit(item: string): Promise<void> {
  const rules = [{ kind: 'periodic', every: 'fortnight' }];
  const docs = await lab.store.collection(catalogueVersions);
  const [doc] = (await docs.find({ number: 1 })).items;
  if (doc === undefined) throw new Error('no catalogue');
  const items = doc.items.map((i) => (i.id === item ? { ...i, timeLimit: { ...i.timeLimit, rules } } : i));
  await docs.replace({ ...doc, items }, doc.version);
}

describe('the calendar', () => {
  it('has what goes out by itself at its hour in China, and what would once it is approved', async () => {
    const { id } = await scheduled();
    expect(await entry(room.editor, id)).toMatchObject({
      kind: 'release',
      title: '关于停水的通知',
      from: '2026-11-25',
      to: '2026-11-25',
      time: '09:00',
      screen: 'publication',
    });
    const draft = await room.editor.act('', {
      ...notice,
      schedule: { publishAt: '2026-11-29T17:00:00.000Z' },
    });
    expect(await entry(room.editor, draft.id)).toMatchObject({
      kind: 'planned',
      from: '2026-11-30',
      time: '01:00',
    });
  });

  it('has what stands in public until it ends, and the period of a 公示', async () => {
    const ends = await room.published({ schedule: { expiresAt: '2026-12-01T16:00:00.000Z' } });
    expect(await entry(room.editor, ends.id)).toMatchObject({
      kind: 'ending',
      from: '2026-12-02',
      time: '00:00',
    });
    const period = { from: '2026-11-24', to: '2026-12-30' };
    const shown = await room.published({
      matter: {
        type: 'consultation',
        column: 'tzgg',
        fields: { draft: '草案', explanation: '说明', how: '信函', contact: '0873-7222222', period },
      },
    });
    expect(await entry(room.editor, shown.id)).toMatchObject({ kind: 'notice', ...period, move: null });
  });

  it('has what is due, holidays and 调休, and leads whoever writes to a draft that knows its item', async () => {
    const draft = await room.editor.act('', {
      ...notice,
      header: { ...notice.header, writtenOn: '2026-11-20' },
      matter: { item: 'SSGL-01' },
    });
    expect(await entry(room.editor, draft.id)).toMatchObject({ kind: 'due', late: false });
    const { days } = await agenda(room.editor, '2026-10-01', '2026-10-11');
    expect(days.filter((d) => d.worked !== null).map((d) => d.on)).toEqual(['2026-10-10']);
    const owed = async (who: HubClient) =>
      (await agenda(who)).entries.find((e) => e.kind === 'obligation' && e.title === '环境质量信息');
    expect(await owed(room.editor)).toMatchObject({
      screen: 'write',
      said: { item: 'HJBH-13', type: 'general-notice', column: 'sthj' },
    });
    expect(await owed(await lab.signedIn('auditor'))).toMatchObject({ screen: 'deadlines' });
  });

  it('tells requests to be answered to who may read them, and nothing of who asks', async () => {
    const office = await lab.signedIn('disclosure');
    const { body } = await office.post<{ id: string }>('/api/v1/disclosure-requests', {
      applicant: { kind: 'person', name: '张三', idNumber: '532502199001010000', contact: '13800000000' },
      wanted: { description: '征地补偿方案', form: 'paper' },
      mode: 'mail',
      submittedOn: '2026-11-20',
    });
    await office.post(`/api/v1/disclosure-requests/${body.id}/steps`, {
      version: 1,
      type: 'confirmReceipt',
      receivedOn: '2026-11-23',
    });
    const about = async (who: HubClient) => (await agenda(who)).entries.filter((e) => e.kind === 'request');
    expect(await about(office)).toMatchObject([{ from: '2026-12-21', said: { open: body.id } }]);
    expect(JSON.stringify(await about(office))).not.toContain('张三');
    expect(await about(room.editor)).toEqual([]);
  });

  it('has everything else while nobody can read a time limit of the catalogue', async () => {
    const { id } = await scheduled();
    await garbleTimeLimit('HJBH-13');

    expect(await entry(room.editor, id)).toMatchObject({ kind: 'release' });
    expect((await agenda(room.editor)).entries.some(({ kind }) => kind === 'obligation')).toBe(false);
    expect(await room.editor.get('/api/v1/agenda/radar')).toMatchObject({ status: 200 });
  });

  it('tells nobody of work that is not theirs to read', async () => {
    const { id } = await scheduled();
    expect(await entry(await lab.signedIn('auditor'), id)).toBeUndefined();
  });

  it('refuses a stretch that is none, or too long', async () => {
    for (const [from, to] of [
      ['2026-12-01', '2026-11-30'],
      ['2026-01-01', '2026-12-31'],
    ])
      expect(await room.editor.get(`/api/v1/agenda?from=${from}&to=${to}`)).toMatchObject({
        status: 422,
        body: { code: 'bad-period' },
      });
  });
});

describe('the radar', () => {
  const radar = async (who: HubClient): Promise<Radar> => (await who.get<Radar>('/api/v1/agenda/radar')).body;

  it('has what is owed by whom, in red, yellow and green, with a draft to begin or to go on with', async () => {
    const { id } = await room.editor.act('', {
      ...notice,
      header: { ...notice.header, writtenOn: '2026-10-20' },
      matter: { item: 'SSGL-01' },
    });
    const { bodies, red } = await radar(room.editor);
    const office = bodies.find((b) => b.name.includes('人民政府办公室'));
    expect(office?.duties).toMatchObject([{ id, colour: 'red', act: '继续写', screen: 'publication' }]);
    expect(red).toBe(1);
    const water = bodies.find((b) => b.name === '市生态环境局');
    expect(water?.duties[0]).toMatchObject({
      dueOn: '2026-11-30',
      colour: 'yellow',
      left: 5,
      act: '现在写',
      said: { item: 'HJBH-13', type: 'general-notice', column: 'sthj' },
    });
    const auditor = await radar(await lab.signedIn('auditor'));
    expect(auditor.bodies.some((b) => b.duties.some((d) => d.id === id))).toBe(false);
    expect(auditor.bodies[0]?.duties[0]).toMatchObject({ act: '查看', screen: 'deadlines' });
  });

  it('has nothing any more once it is published', async () => {
    const owed = async () =>
      (await radar(room.editor)).bodies.flatMap((b) => b.duties).filter((d) => d.title === '环境质量信息');
    const before = (await owed()).length;
    await room.published({ matter: { item: 'HJBH-13' } });
    expect((await owed()).length).toBe(before - 1);
  });
});

describe('what is to go out by itself', () => {
  const move = (who: HubClient, id: string, version: number, publishAt: string) =>
    who.post<PublicationView>(`/api/v1/publications/${id}/move`, { version, publishAt });

  it('is moved by whoever writes; its reviews begin anew, as is told before', async () => {
    const { id, version } = await scheduled();
    expect((await entry(room.editor, id))?.move).toMatchObject({
      version,
      publishAt: wednesday.schedule.publishAt,
      step: { allowed: true },
      price: expect.stringContaining('已通过的 2 项审核作废'),
    });
    const { status, body } = await move(room.editor, id, version, '2026-11-26T02:30:00.000Z');
    expect([status, body.state]).toEqual([200, 'draft']);
    expect(await entry(room.editor, id)).toMatchObject({
      kind: 'planned',
      from: '2026-11-26',
      time: '10:30',
    });
  });

  it('stays where it is when the hub refuses, with a sentence', async () => {
    const { id, version } = await scheduled();
    expect(await move(room.editor, id, version, '2026-11-22T01:00:00.000Z')).toMatchObject({
      status: 422,
      body: { code: 'bad-schedule', detail: expect.stringContaining('请选择今后的时间') },
    });
    expect(await move(room.editor, id, version - 1, '2026-11-26T01:00:00.000Z')).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    expect((await move(room.secrecy, id, version, '2026-11-26T01:00:00.000Z')).status).toBe(403);
    expect(await entry(room.editor, id)).toMatchObject({ kind: 'release', from: '2026-11-25' });
  });

  it('is not taken out of the hands of whoever has it open', async () => {
    const draft = await room.editor.act('', { ...notice, ...wednesday });
    const duty = await lab.signedIn('duty');
    await duty.put(`/api/v1/publications/${draft.id}/lock`, {});
    expect(await move(room.editor, draft.id, draft.version, '2026-11-26T01:00:00.000Z')).toMatchObject({
      status: 409,
      body: { code: 'locked', detail: expect.stringContaining('duty') },
    });
  });
});
