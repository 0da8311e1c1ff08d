import { readWorkbook } from '@towncrier/tables';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PublicationSummary } from '../../publications/publication.view.ts';
import { notice, urgentTerms } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { EditorialReport } from './editorial.report.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const queue = async (name: string): Promise<string[]> =>
  (await (await lab.signedIn(name)).get<{ items: PublicationSummary[] }>('/api/v1/reviews')).body.items.map(
    (p) => p.title,
  );

async function urgently(): Promise<void> {
  const [duty, duty2] = [await lab.signedIn('duty'), await lab.signedIn('duty2')];
  const draft = await duty.act('', { ...notice, title: '山洪红色预警', ...urgentTerms });
  const asked = await duty.act(`/${draft.id}/urgent`, { version: draft.version, reason: '预警' });
  await duty2.act(`/${draft.id}/urgent/confirm`, {
    version: asked.version,
    contentHash: asked.editions[0]?.contentHash,
  });
}

it('shows the share of urgent releases of a month, and how many nobody has reviewed yet', async () => {
  await room.published();
  await room.published({ title: '第二份通知' });
  await urgently();
  const supervisor = await lab.signedIn('supervisor');

  const { body } = await supervisor.get<EditorialReport>('/api/v1/reports/editorial?month=2026-11');

  expect(body.total).toMatchObject({ released: 3, urgent: 1, urgentUnreviewed: 1, urgentFaulted: 0 });
  expect(body.total.urgentShare).toBeCloseTo(1 / 3);
  expect(body.byOrganisation).toMatchObject([
    { organisation: 'kysrmzf', name: expect.stringContaining('开远市'), released: 3 },
  ]);
  expect(body.byDay).toHaveLength(30);
  expect(body.byDay.filter((d) => d.released > 0)).toEqual([{ on: '2026-11-23', released: 3 }]);
  expect([body.before.released, body.dueOn]).toEqual([0, '2026-11-25']);
  expect(
    (await supervisor.get<EditorialReport>('/api/v1/reports/editorial?month=2026-12')).body.before.released,
  ).toBe(3);
  expect(
    (await supervisor.get<EditorialReport>('/api/v1/reports/editorial?month=2026-10')).body.total.released,
  ).toBe(0);
  expect(await room.editor.get('/api/v1/reports/editorial?month=2026-11')).toMatchObject({ status: 403 });
});

it('is a sheet of the same figures, for whoever may see them', async () => {
  await room.published();
  const supervisor = await lab.signedIn('supervisor');
  const path = '/api/v1/reports/editorial/export?month=2026-11';
  const { status, bytes } = await supervisor.download(path);

  expect(status).toBe(200);
  const [sheet] = readWorkbook('a.xlsx', bytes).sheets;
  expect(sheet?.table.find(([name]) => name === '合计')).toEqual(['合计', '1', '0', '0', '0', '0']);
  expect((await room.editor.download(path)).status).toBe(403);
});

it('puts before each reviewer what waits for them, and nothing of their own', async () => {
  const draft = await room.editor.act('', notice);
  const submitted = await room.editor.act(`/${draft.id}/submit`, { version: draft.version });
  await urgently();
  expect(await queue('reviewer')).toEqual(['山洪红色预警', '关于停水的通知']);
  expect(await queue('editor')).toEqual([]);
  expect(await queue('duty2')).toEqual([]);

  await room.reviewer.act(`/${draft.id}/approve`, {
    version: submitted.version,
    contentHash: submitted.editions[0]?.contentHash,
  });

  expect(await queue('secrecy')).toContain('关于停水的通知');
  expect(await queue('reviewer2')).toEqual(['山洪红色预警']);
});
