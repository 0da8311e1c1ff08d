import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemDetails } from './http/problem.ts';
import { publications } from './publications/publication.document.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { eventually } from './testing/eventually.ts';
import { notice, urgentTerms, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
let editor: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
  ({ editor } = room);
});
afterEach(() => lab.close());

const base = '/api/v1/publications';
const text = (...lines: string[]) => ({ ...notice, source: lines.join('\n\n') });
const stored = async (id: string) => (await lab.store.collection(publications)).get(id);

describe('a scheduled release', () => {
  const publishAt = '2026-11-23T02:00:00.000Z';
  const scheduled = async (): Promise<PublicationView> => {
    const p = await room.published({ schedule: { publishAt } });
    expect(p).toMatchObject({ state: 'scheduled', inForce: null });
    return p;
  };

  it('goes out at its hour, once, though three replicas watch the clock', async () => {
    const p = await scheduled();
    await lab.replica();
    await lab.replica();
    expect(lab.broker.published).toEqual([]);

    lab.pass(3_600_000);

    await eventually(async () => (await stored(p.id))?.state).toBe('released');
    await eventually(() => lab.broker.published.map((e) => e.envelope.id)).toEqual([`${p.id}:1:released`]);
    expect((await stored(p.id))?.history.filter((h) => h.what === 'editionReleased')).toMatchObject([
      { by: 'system' },
    ]);
  });

  it('goes out after a restart, though its hour passed while the hub was down', async () => {
    const p = await scheduled();
    await lab.hub.stop();
    lab.pass(7_200_000);

    await lab.replica();

    await eventually(async () => (await stored(p.id))?.state).toBe('released');
  });

  it('ends by itself when its validity is over', async () => {
    const p = await room.published({ schedule: { expiresAt: '2026-11-23T03:00:00.000Z' } });
    lab.pass(2 * 3_600_000);

    await eventually(async () => (await stored(p.id))?.state).toBe('expired');
    await eventually(() => lab.broker.published.map((e) => e.envelope.id)).toEqual([
      `${p.id}:1:released`,
      `${p.id}:1:withdrawn`,
    ]);
    expect(lab.broker.published[1]?.envelope.data).toMatchObject({ act: 'expire', reason: '有效期届满' });
  });
});

describe('the urgent path', () => {
  it('takes two people now and a third afterwards', async () => {
    const [duty, duty2] = [await lab.signedIn('duty'), await lab.signedIn('duty2')];
    const draft = await duty.act('', { ...notice, ...urgentTerms });
    const asked = await duty.act(`/${draft.id}/urgent`, {
      version: draft.version,
      reason: '小龙潭镇山洪红色预警',
    });
    const contentHash = asked.editions[0]?.contentHash;
    expect(
      await duty.post(`${base}/${draft.id}/urgent/confirm`, { version: asked.version, contentHash }),
    ).toMatchObject({ status: 403, body: { code: 'four-eyes' } });

    const out = await duty2.act(`/${draft.id}/urgent/confirm`, { version: asked.version, contentHash });

    expect(out).toMatchObject({
      state: 'released',
      urgentReleases: [{ requestedBy: 'duty', confirmedBy: 'duty2', review: null }],
    });
    const after = await room.reviewer.act(`/${draft.id}/urgent/review`, {
      version: out.version,
      edition: 1,
      verdict: 'upheld',
      words: '属实',
    });
    expect(after.urgentReleases).toMatchObject([{ review: { by: 'reviewer', verdict: 'upheld' } }]);
  });

  it('is not open to an editor', async () => {
    const draft = await editor.act('', { ...notice, lane: 'urgent' });
    expect(
      await editor.post(`${base}/${draft.id}/urgent`, { version: draft.version, reason: '急' }),
    ).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detail: '您的角色不能进行这项操作；请由值班人员办理' },
    });
  });
});

describe('reviewing', () => {
  it('shows word by word what is different from what was approved', async () => {
    const first = await room.published(text('停水通知如下。', '十一月二十五日八时停水。'));
    const second = await editor.act(`/${first.id}/correct`, {
      version: first.version,
      reason: '时间有误',
      ...text('停水通知如下。', '十一月二十五日九时停水。'),
    });

    const { body } = await editor.get<{
      from: string;
      blocks: { block: number; kind: string; words: { kind: string; text: string }[] }[];
    }>(`${base}/${second.id}/changes`);

    expect(body.from).toBe(first.editions[0]?.contentHash);
    expect(body.blocks).toMatchObject([{ block: 2, kind: 'changed' }]);
    expect(body.blocks[0]?.words.filter((w) => w.kind !== 'same').map((w) => [w.kind, w.text])).toEqual([
      ['removed', '八'],
      ['added', '九'],
    ]);
  });

  it('holds an edition with open remarks', async () => {
    const draft = await editor.act('', notice);
    const submitted = await editor.act(`/${draft.id}/submit`, { version: draft.version });
    const remarked = await room.reviewer.act(`/${draft.id}/comments`, {
      version: submitted.version,
      block: 1,
      words: '请写明停水时段',
    });
    const contentHash = submitted.editions[0]?.contentHash;
    expect(
      await room.reviewer.post(`${base}/${draft.id}/approve`, { version: remarked.version, contentHash }),
    ).toMatchObject({ status: 409, body: { code: 'open-comments' } });

    const settled = await editor.act(`/${draft.id}/comments/1/settle`, {
      version: remarked.version,
      as: 'resolved',
      words: '已写明',
    });

    expect(
      await room.reviewer.act(`/${draft.id}/approve`, { version: settled.version, contentHash }),
    ).toMatchObject({ state: 'secrecy-review' });
  });

  it('is level by level for the people of that level', async () => {
    const draft = await editor.act('', notice);
    const submitted = await editor.act(`/${draft.id}/submit`, { version: draft.version });
    const second = await lab.signedIn('reviewer2');
    expect(
      await second.post(`${base}/${draft.id}/approve`, {
        version: submitted.version,
        contentHash: draft.editions[0]?.contentHash,
      }),
    ).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detail: '您的角色不能进行这项操作；请由一审人员办理' },
    });
  });
});

describe('two people at one draft', () => {
  it('are told of each other, and one may take over', async () => {
    const duty = await lab.signedIn('duty');
    const draft = await editor.act('', notice);
    await editor.put(`${base}/${draft.id}/lock`, {});

    expect(await duty.put(`${base}/${draft.id}/lock`, {})).toMatchObject({
      status: 409,
      body: { code: 'locked' },
    });
    expect(
      await duty.put(`${base}/${draft.id}/draft`, { version: draft.version, ...notice, title: '另一个标题' }),
    ).toMatchObject({ status: 409, body: { code: 'locked' } });
    expect(
      await duty.put(`${base}/${draft.id}/draft`, {
        version: draft.version,
        ...notice,
        title: '另一个标题',
        takeOver: true,
      }),
    ).toMatchObject({ status: 200 });
  });

  it('lose no text: the slower one sees block by block what both changed', async () => {
    const draft = await editor.act('', text('第一段。', '第二段。', '第三段。', '第四段。'));
    const from = draft.editions[0]?.contentHash;
    await editor.put(`${base}/${draft.id}/draft`, {
      version: draft.version,
      ...text('第一段。', '第二段，改。', '第三段。', '第四段。'),
    });

    const late = await editor.put<ProblemDetails>(`${base}/${draft.id}/draft`, {
      version: draft.version,
      base: from,
      ...text('第一段。', '第二段，另改。', '第三段。', '第四段，改。'),
    });

    expect(late).toMatchObject({ status: 409, body: { code: 'stale', current: 2 } });
    expect(late.body.conflict?.filter((r) => r.kind === 'conflict')).toEqual([
      { kind: 'conflict', base: ['第二段。'], mine: ['第二段，另改。'], theirs: ['第二段，改。'] },
    ]);
    expect(late.body.conflict?.filter((r) => r.kind === 'agreed').flatMap((r) => r.mine)).toContain(
      '第四段，改。',
    );
  });
});

describe('an ending', () => {
  it('is one of four acts, each with words for the public', async () => {
    const p = await room.published();
    const repealed = await editor.act(`/${p.id}/repeal`, {
      version: p.version,
      reason: '被新办法取代',
      basis: '开政发〔2026〕12号',
    });
    expect(repealed).toMatchObject({
      state: 'repealed',
      ending: { act: 'repeal', basis: '开政发〔2026〕12号' },
    });
    expect(
      await editor.act(`/${p.id}/archive`, { version: repealed.version, reason: '年度归档' }),
    ).toMatchObject({ state: 'archived' });
    await eventually(() => lab.broker.published.at(-1)?.envelope.data).toMatchObject({
      act: 'repeal',
      reason: '被新办法取代',
    });
  });

  it('waits for the end of a 公示, unless a withdrawal says that it does not', async () => {
    const p = await room.published({
      publicNotice: { from: '2026-11-23', to: '2026-11-30', objections: '市水务局 0873-7123456' },
    });
    expect(
      await editor.post(`${base}/${p.id}/withdraw`, { version: p.version, reason: '有误' }),
    ).toMatchObject({ status: 409, body: { code: 'notice-period' } });
    expect(
      await editor.act(`/${p.id}/withdraw`, { version: p.version, reason: '有误', endsNoticeEarly: true }),
    ).toMatchObject({ state: 'withdrawn' });
  });
});
