import { editionReleasedV1, publicationWithdrawnV1, releaseSubject } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemDetails } from './http/problem.ts';
import type { PublicationSummary, PublicationView } from './publications/publication.view.ts';
import { eventually } from './testing/eventually.ts';
import { notice, urgentTerms, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
let editor: HubClient;
let reviewer: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
  ({ editor, reviewer } = room);
});
afterEach(() => lab.close());

describe('publishing', () => {
  it('lets out exactly one event that carries all a channel needs', async () => {
    const done = await room.published();

    expect(done).toMatchObject({
      state: 'released',
      inForce: 1,
      channels: ['sms', 'website'],
      page: `http://127.0.0.1:8737/n/${done.id}.html`,
    });
    await eventually(() => lab.broker.published.length).toBe(1);
    const [{ subject, envelope }] = lab.broker.published as [(typeof lab.broker.published)[0]];
    expect(subject).toBe(releaseSubject('normal'));
    const event = editionReleasedV1.schema.parse(envelope);
    const edition = done.editions[0];
    expect(event.id).toBe(`${done.id}:1:released`);
    expect(event.data).toMatchObject({
      lane: 'normal',
      edition: {
        publication: done.id,
        edition: 1,
        contentHash: edition?.contentHash,
        content: { title: '关于停水的通知', header: { issuer: '开远市水务局' } },
        links: { page: done.page },
      },
      channels: [
        { id: 'sms', renditionHash: edition?.contentHash },
        { id: 'website', renditionHash: edition?.contentHash },
      ],
      releasedAt: '2026-11-23T01:00:00.000Z',
      deadline: '2026-11-30T01:00:00.000Z',
    });
  });

  it('gives an urgent notice one day and its own lane', async () => {
    await room.published(urgentTerms);

    await eventually(() => lab.broker.published).toMatchObject([
      {
        subject: releaseSubject('urgent'),
        envelope: { data: { lane: 'urgent', deadline: '2026-11-24T01:00:00.000Z' } },
      },
    ]);
  });

  it('is accepted while the broker is down, and the event waits', async () => {
    const created = await editor.act('', notice);
    const approved = await room.approved(created);
    lab.broker.connected = false;

    const done = await editor.act(`/${created.id}/publish`, { version: approved.version });

    expect(done.state).toBe('released');
    expect(lab.broker.published).toEqual([]);
  });

  it('leaves the version a person saw valid after the event has gone out', async () => {
    const done = await room.published();
    await eventually(() => lab.broker.published.length).toBe(1);

    const gone = await reviewer.act(`/${done.id}/withdraw`, { version: done.version, reason: '内容有误' });

    expect(gone.state).toBe('withdrawn');
  });

  it('shows the whole way in the history', async () => {
    const done = await room.published();

    expect(done.history.map((line) => [line.by, line.what])).toEqual([
      ['editor', 'publicationCreated'],
      ['editor', 'editionSubmitted'],
      ['reviewer', 'reviewPassed'],
      ['secrecy', 'reviewPassed'],
      ['editor', 'editionReleased'],
    ]);
  });
});

describe('submission', () => {
  it('stops at a channel that cannot carry the edition, until the editor drops it', async () => {
    const problem = { channel: 'sms', field: 'title', message: '标题过长', remedy: '缩短标题' };
    lab.broker.objections.set('sms', [problem]);
    const created = await editor.act('', notice);

    const refused = await editor.post<ProblemDetails>(`/api/v1/publications/${created.id}/submit`, {
      version: created.version,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'channel-problems', problems: [problem] } });

    const edited = await editor.put<PublicationView>(`/api/v1/publications/${created.id}/draft`, {
      version: created.version,
      ...notice,
      channels: ['website'],
    });
    const submitted = await editor.act(`/${created.id}/submit`, { version: edited.body.version });
    expect(submitted).toMatchObject({ state: 'submitted', channels: ['website'] });
  });

  it('goes on without a channel that does not answer where the editor says so, and tells it', async () => {
    lab.broker.silent.add('sms');
    const created = await editor.act('', notice);

    const submitted = await editor.act(`/${created.id}/submit`, {
      version: created.version,
      goOn: ['sms'],
    });

    expect(submitted.editions[0]?.renditions).toEqual({ website: submitted.editions[0]?.contentHash });
    expect(submitted.history.at(-1)?.words).toBe('送审；以下渠道未应答，未能检查：sms');
  });

  it('asks channels about the very edition that will be released', async () => {
    const done = await room.published();
    await eventually(() => lab.broker.published.length).toBe(1);

    const event = editionReleasedV1.schema.parse(lab.broker.published[0]?.envelope);
    expect(lab.broker.asked.at(-1)).toEqual(event.data.edition);
    expect(done.editions[0]?.contentHash).toBe(event.data.edition.contentHash);
  });
});

describe('correcting and withdrawing', () => {
  it('releases the next edition with the words why, while the first stays until then', async () => {
    const first = await room.published();
    const drafted = await editor.act(`/${first.id}/correct`, {
      version: first.version,
      reason: '时间有误',
      ...notice,
      title: '关于停水的通知（更正）',
    });
    expect(drafted).toMatchObject({ inForce: 1, state: 'draft', title: '关于停水的通知（更正）' });

    const second = await room.release(drafted);

    expect(second.inForce).toBe(2);
    await eventually(() => lab.broker.published.map((p) => p.envelope.id)).toEqual([
      `${first.id}:1:released`,
      `${first.id}:2:released`,
    ]);
    expect(lab.broker.published[1]?.envelope.data).toMatchObject({
      edition: { edition: 2, corrects: { edition: 1, reason: '时间有误' } },
    });
  });

  it('takes a publication back in the urgent lane, on every channel it reached', async () => {
    const done = await room.published();

    await reviewer.act(`/${done.id}/withdraw`, { version: done.version, reason: '内容有误' });

    await eventually(() => lab.broker.published.length).toBe(2);
    const event = publicationWithdrawnV1.schema.parse(lab.broker.published[1]?.envelope);
    expect(lab.broker.published[1]?.subject).toBe(releaseSubject('urgent'));
    expect(event).toMatchObject({
      id: `${done.id}:1:withdrawn`,
      data: { edition: 1, reason: '内容有误', channels: [{ id: 'sms' }, { id: 'website' }] },
    });
  });
});

describe('reading', () => {
  it('lists without the words, by state, page by page', async () => {
    for (let n = 0; n < 3; n += 1) {
      lab.pass(1000);
      await editor.act('', { ...notice, title: `通知 ${n}` });
    }
    await room.published();

    const page = await editor.get<{ items: PublicationSummary[]; cursor: string }>(
      '/api/v1/publications?state=draft&limit=2',
    );
    const next = await editor.get<{ items: PublicationSummary[] }>(
      `/api/v1/publications?state=draft&limit=2&after=${encodeURIComponent(page.body.cursor)}`,
    );

    expect([...page.body.items, ...next.body.items].map((p) => p.title)).toEqual([
      '通知 2',
      '通知 1',
      '通知 0',
    ]);
    expect(JSON.stringify(page.body)).not.toContain('schemaVersion');
  });

  it('previews without keeping anything', async () => {
    const shown = await editor.post('/api/v1/previews', notice);

    expect(shown).toMatchObject({
      status: 200,
      body: {
        content: { title: '关于停水的通知' },
        renditions: [
          { channel: 'sms', problems: [] },
          { channel: 'website', problems: [] },
        ],
      },
    });
    expect((await editor.get<{ items: unknown[] }>('/api/v1/publications')).body.items).toEqual([]);
  });

  it('tells which channels there are, also those that have fallen silent', async () => {
    await editor.get('/api/v1/channels');
    lab.broker.connected = false;

    const { body } = await editor.get<{ channels: { id: string; ready: boolean }[] }>('/api/v1/channels');

    expect(body.channels).toMatchObject([
      { id: 'sms', ready: false },
      { id: 'website', ready: false },
    ]);
  });
});
