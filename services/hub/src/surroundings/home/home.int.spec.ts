import { afterEach, beforeEach, expect, it } from 'vitest';
import { notice, urgentTerms, type HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { Home } from './home.view.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const homeOf = async (who: HubClient): Promise<Home> => (await who.get<Home>('/api/v1/home')).body;
const titles = ({ sections }: Home, key: string) =>
  sections.find((s) => s.key === key)?.items.map((item) => item.title);

it('gives a returned piece back to its author with the reason, and is empty again once it is sent', async () => {
  const draft = await room.editor.act('', notice);
  expect(titles(await homeOf(room.editor), 'drafts')).toEqual([notice.title]);
  const submitted = await room.editor.act(`/${draft.id}/submit`, { version: draft.version });
  expect(titles(await homeOf(room.editor), 'away')).toEqual([notice.title]);
  expect(await homeOf(room.reviewer)).toMatchObject({
    badges: [{ screen: 'reviews', count: 1 }],
    waiting: 1,
  });

  const back = await room.reviewer.act(`/${draft.id}/return`, {
    version: submitted.version,
    reason: '缺停水时间',
  });

  const home = await homeOf(room.editor);
  expect(home.waiting).toBe(1);
  expect(home.sections.find((s) => s.key === 'returned')?.items).toMatchObject([
    { words: expect.stringMatching(/一审退回（reviewer）：缺停水时间/), to: { id: draft.id } },
  ]);
  expect(titles(home, 'drafts')).toEqual([]);
  expect((await homeOf(room.reviewer)).waiting).toBe(0);

  await room.editor.act(`/${draft.id}/submit`, { version: back.version });
  expect(titles(await homeOf(room.editor), 'returned')).toEqual([]);
});

it('puts an urgent release before the second person, not before who asked', async () => {
  const [duty, duty2] = [await lab.signedIn('duty'), await lab.signedIn('duty2')];
  const draft = await duty.act('', { ...notice, title: '山洪红色预警', ...urgentTerms });
  await duty.act(`/${draft.id}/urgent`, { version: draft.version, reason: '山洪' });

  const second = await homeOf(duty2);
  expect(titles(second, 'confirm')).toEqual(['山洪红色预警']);
  expect(second.begin.map(({ label }) => label)).toContain('发布预警');
  expect(titles(await homeOf(duty), 'confirm')).toEqual([]);
});

it('is nobody else’s: another editor sees no draft of it, and the lights are for supervisors', async () => {
  await room.editor.act('', notice);
  const supervisor = await homeOf(await lab.signedIn('supervisor'));

  expect(JSON.stringify(supervisor.sections)).not.toContain(notice.title);
  expect(supervisor.lights.some(({ of, shows }) => of === 'column' && shows === 'red')).toBe(true);
  expect((await homeOf(room.editor)).lights).toEqual([]);
});
