import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemDetails } from './http/problem.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
let editor: HubClient;
let reviewer: HubClient;
beforeAll(async () => {
  lab = await HubLab.open();
  [editor, reviewer] = [await lab.signedIn('editor'), await lab.signedIn('reviewer')];
});
afterAll(() => lab.close());

const publications = '/api/v1/publications';

describe('bad input', () => {
  it('names every unknown field, however deep', async () => {
    const answer = await editor.post<ProblemDetails>(publications, {
      ...notice,
      titel: 'x',
      header: { issuer: '水务局', isuer: 'y' },
    });

    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'unknown-field', title: '请求有误', status: 400 });
    expect(answer.body.detail).toContain('titel');
    expect(answer.body.fields?.map((f) => f.field)).toEqual(
      expect.arrayContaining(['titel', 'header.isuer']),
    );
  });

  it('names every bad field', async () => {
    const answer = await editor.post<ProblemDetails>(publications, {
      ...notice,
      format: 'docx',
      shortTitle: '长'.repeat(65),
    });

    expect(answer.body).toMatchObject({
      code: 'bad-field',
      fields: [
        { field: 'format', message: '只能是：text、markdown、html、document' },
        { field: 'shortTitle', message: '过大或过长，上限 64' },
      ],
    });
  });

  it('names unknown query parameters', async () => {
    expect(await editor.get(`${publications}?stat=draft`)).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'stat' }] },
    });
  });

  it('refuses what is not JSON', async () => {
    expect(await editor.post(publications, '{"format":')).toMatchObject({
      status: 400,
      body: { code: 'bad-request' },
    });
  });

  it('refuses a body over 8 MiB with words and a remedy', async () => {
    const answer = await editor.post<ProblemDetails>(publications, {
      ...notice,
      source: '水'.repeat(3_000_000),
    });

    expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(answer.body.detail).toContain('请压缩或减少图片');
  });

  it('refuses a text over a million characters', async () => {
    const answer = await editor.post<ProblemDetails>(publications, {
      ...notice,
      source: 'a'.repeat(1_000_001),
    });

    expect(answer).toMatchObject({ status: 413, body: { code: 'source-too-long' } });
  });

  it('refuses a content that no event could carry', async () => {
    const answer = await editor.post<ProblemDetails>(publications, {
      ...notice,
      format: 'html',
      source: `<p>${'<b>a</b>b'.repeat(110_000)}</p>`,
    });

    expect(answer).toMatchObject({ status: 413, body: { code: 'content-too-large' } });
  });

  it('says what is missing from an empty source', async () => {
    expect(await editor.post(publications, { format: 'html', source: '<p> </p>' })).toMatchObject({
      status: 422,
      body: { code: 'incomplete' },
    });
  });

  it('fills in the house where a text names no issuer, and tells', async () => {
    const shown = await editor.post<{
      content: { header: { issuer: string } };
      findings: { field: string }[];
    }>('/api/v1/previews', { format: 'text', title: '通知', source: '今天停水。' });

    expect(shown.body.content.header.issuer).toBe('开远市人民政府');
    expect(shown.body.findings.map((f) => f.field)).toContain('header.issuer');
  });

  it('refuses a channel nobody announced, naming those there are', async () => {
    const answer = await editor.post<ProblemDetails>(publications, {
      ...notice,
      channels: ['website', 'wechta'],
    });

    expect(answer).toMatchObject({ status: 422, body: { code: 'unknown-channel' } });
    expect(answer.body.detail).toMatch(/wechta.*sms、website/);
  });

  it('knows no other publication and no other address', async () => {
    expect(await editor.get(`${publications}/00000000`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await editor.get(`${publications}/nonsense!`)).toMatchObject({ status: 404 });
    expect(await editor.get('/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('does not fall over a page that is no page', async () => {
    expect((await editor.get(`${publications}?after=nonsense`)).status).toBe(400);
  });
});

describe('hostile HTML', () => {
  it('becomes clean content', async () => {
    const source =
      '<h1>停水通知</h1><p onclick="steal()">今天停水<script>alert(1)</script><a href="javascript:alert(2)">详情</a></p><iframe src="https://evil.example"></iframe><img src=x onerror=alert(3)>';

    const created = await editor.post<PublicationView>(publications, {
      format: 'html',
      title: '停水通知',
      header: { issuer: '水务局' },
      source,
    });

    expect(created.status).toBe(201);
    const kept = JSON.stringify(created.body.editions[0]?.content);
    expect(kept).toContain('今天停水');
    expect(kept).not.toMatch(/script|onclick|onerror|javascript:|evil/);
  });
});

describe('other people', () => {
  it('a stale version is refused with the current one', async () => {
    const created = await editor.act('', notice);
    await editor.put(`${publications}/${created.id}/draft`, {
      version: created.version,
      ...notice,
      title: '新标题',
    });

    const late = await editor.put(`${publications}/${created.id}/draft`, {
      version: created.version,
      ...notice,
      title: '旧标题',
    });

    expect(late).toMatchObject({ status: 409, body: { code: 'stale', current: 2 } });
  });

  it('of two at once exactly one wins', async () => {
    const created = await editor.act('', notice);
    const edit = (title: string) =>
      editor.put(`${publications}/${created.id}/draft`, { version: created.version, ...notice, title });

    const answers = await Promise.all([edit('甲'), edit('乙'), edit('丙')]);

    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
  });

  it('nobody approves their own work, and is told why', async () => {
    const created = await editor.act('', notice);
    const submitted = await editor.act(`/${created.id}/submit`, { version: created.version });

    const answer = await editor.post<ProblemDetails>(`${publications}/${created.id}/approve`, {
      version: submitted.version,
      contentHash: created.editions[0]?.contentHash,
    });

    expect(answer).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect(answer.body.detail).toContain('不能审定自己的稿件');
  });

  it('a reviewer does not write', async () => {
    expect(await reviewer.post(publications, notice)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });
});
