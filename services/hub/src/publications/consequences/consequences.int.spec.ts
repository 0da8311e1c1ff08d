import { nobody } from '@towncrier/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { everybody } from '../../testing/everybody.ts';
import { FakeRegister, screenKinds, screenTarget } from '../../testing/fake.register.ts';
import { notice } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { Consequences } from './consequences.view.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  lab.broker.announce('led');
  lab.broker.registers.set(
    'led',
    new FakeRegister('led', screenKinds).has(screenTarget(), screenTarget({ id: 'strip-park' })),
  );
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const street = { scope: 'some', of: { ...nobody, areas: ['532502002000'] } } as const;
const draft = (title: string = notice.title) =>
  room.editor.act('', { ...notice, title, channels: ['led'], audience: street });
const asked = (id: string, act: string, who = room.editor) =>
  who.get<Consequences>(`/api/v1/publications/${id}/consequences?act=${act}`);

it('tells whom a release reaches, and what else came to the same screens within the hour', async () => {
  const before = await room.release(await draft('关于停电的通知'), ['led']);
  const approved = await room.approved(await draft());

  const { body } = await asked(approved.id, 'publish');

  expect(body.rows).toMatchObject([{ channel: 'led', people: '2 块屏', cost: null, quiet: null }]);
  expect(body.rows[0]?.conflicts).toEqual([expect.stringContaining(before.title)]);
});

it('is of what is out where it ends: anybody reads it; a correction in work is told who may read it', async () => {
  const out = await room.release(await draft());
  const { status } = await room.editor.post(`/api/v1/publications/${out.id}/correct`, {
    ...notice,
    version: out.version,
    reason: '时间有误',
    title: '关于停水的通知（更正）',
  });
  expect(status).toBe(200);
  const supervisor = await lab.signedIn('supervisor');

  expect((await asked(out.id, 'withdraw')).body.conflicts).toEqual([
    '第 2 版更正在办（草稿），办理后这份更正不再发布',
  ]);
  const others = await everybody(lab, 'kyswj');
  const elsewhere = others.find(({ role }) => role === 'editor')?.client;
  for (const who of [supervisor, elsewhere]) {
    const { status: read, body } = await asked(out.id, 'withdraw', who);
    expect([read, body.conflicts]).toEqual([200, []]);
  }
  expect((await asked(out.id, 'publish', supervisor)).status).toBe(403);
  expect((await asked(out.id, 'burn')).status).toBe(400);
});
