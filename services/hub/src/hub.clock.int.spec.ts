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

it('a clock that jumps into a year without a calendar ends sessions and makes deadlines provisional; everything else goes on', async () => {
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
  const owed = await editor.get<{ items: { provisional: boolean }[] }>('/api/v1/obligations?year=2029');
  expect(owed.status).toBe(200);
  expect(owed.body.items.every((one) => one.provisional)).toBe(true);
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

/** Ends an hour after the lab's clock begins. */
const anHour = { schedule: { expiresAt: '2026-11-23T02:00:00.000Z' } };
const hour = 3_600_000;

it.each([
  ['submit', async (room: Newsroom) => room.editor.act('', { ...notice, ...anHour })],
  [
    'approve',
    async (room: Newsroom) => {
      const draft = await room.editor.act('', { ...notice, ...anHour });
      return room.editor.act(`/${draft.id}/submit`, { version: draft.version });
    },
  ],
  ['publish', async (room: Newsroom) => room.approved(await room.editor.act('', { ...notice, ...anHour }))],
] as const)(
  'a notice whose validity ended while it waited is refused at “%s” and reaches nobody',
  async (act, before) => {
    const p = await before(await Newsroom.of(lab));

    lab.pass(2 * hour);

    const asker = act === 'approve' ? await lab.signedIn('reviewer') : await lab.signedIn('editor');
    const { version, editions } = p;
    const contentHash = editions.at(-1)?.contentHash;
    expect(
      await asker.post(
        `/api/v1/publications/${p.id}/${act}`,
        act === 'approve' ? { version, contentHash } : { version },
      ),
    ).toMatchObject({
      status: 422,
      body: { code: 'term-over', detail: expect.stringContaining('已过失效时间（2026-11-23 10:00）') },
    });
    expect(lab.broker.published).toEqual([]);
  },
);

it('tells channels until when the words are valid, for the time they may be cut off', async () => {
  await (await Newsroom.of(lab)).published(anHour);
  await eventually(() => lab.broker.published.map((e) => e.envelope.data)).toMatchObject([
    { expiresAt: '2026-11-23T02:00:00.000Z' },
  ]);
});

it('the same words a second time are told with what went out before', async () => {
  const room = await Newsroom.of(lab);
  const first = await room.published();
  lab.pass(5 * 60_000);
  const again = await room.editor.act('', notice);
  const findings = async () =>
    (await room.editor.get<{ findings: object[] }>(`/api/v1/publications/${again.id}/findings`)).body;
  const told = expect.objectContaining({
    rule: 'released-again',
    severity: 'advise',
    publication: first.id,
    message: expect.stringContaining('5 分钟前'),
  });
  expect(await findings()).toMatchObject({ findings: expect.arrayContaining([told]) });
  lab.pass(25 * hour);
  expect(
    JSON.stringify(
      (await (await lab.signedIn('editor')).get(`/api/v1/publications/${again.id}/findings`)).body,
    ),
  ).not.toContain('released-again');
});

it('a clock that jumps back changes nothing that was', async () => {
  const room = await Newsroom.of(lab);
  const p = await room.published();

  lab.pass(-30 * day);

  const editor = await lab.signedIn('editor');
  expect((await editor.get<PublicationView>(`/api/v1/publications/${p.id}`)).body.state).toBe('released');
  expect((await editor.post('/api/v1/publications', notice)).status).toBe(201);
});
