import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PublicationView } from './publications/publication.view.ts';
import { eventually } from './testing/eventually.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
beforeEach(async () => {
  lab = await HubLab.open();
});
afterEach(() => lab.close());

const day = 86_400_000;

it('a clock that jumps into a year without a calendar ends sessions and stops deadlines in words; everything else goes on', async () => {
  const room = await Newsroom.of(lab);
  const due = await room.approved(
    await room.editor.act('', { ...notice, schedule: { publishAt: '2026-12-01T00:00:00.000Z' } }),
  );
  await room.editor.act(`/${due.id}/publish`, { version: due.version });

  lab.pass(800 * day);

  expect((await room.editor.get('/api/v1/publications')).status).toBe(401);
  const editor = await lab.signedIn('editor');
  const seen = async () => (await editor.get<PublicationView>(`/api/v1/publications/${due.id}`)).body;
  await eventually(async () => (await seen()).state).toBe('released');
  expect((await seen()).history.filter((h) => h.what === 'editionReleased')).toHaveLength(1);
  expect(await editor.get('/api/v1/obligations?year=2029')).toMatchObject({
    status: 422,
    body: { code: 'no-calendar', detail: expect.stringContaining('2029') },
  });
  expect(
    (
      await editor.post('/api/v1/publications', {
        ...notice,
        header: { ...notice.header, writtenOn: '2029-01-31' },
        matter: { item: 'SSGL-01' },
      })
    ).status,
  ).toBe(201);
});

it('a clock that jumps back changes nothing that was', async () => {
  const room = await Newsroom.of(lab);
  const p = await room.published();

  lab.pass(-30 * day);

  const editor = await lab.signedIn('editor');
  expect((await editor.get<PublicationView>(`/api/v1/publications/${p.id}`)).body.state).toBe('released');
  expect((await editor.post('/api/v1/publications', notice)).status).toBe(201);
});
