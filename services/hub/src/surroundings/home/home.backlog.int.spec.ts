import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notice, type HubClient } from '../../testing/hub.client.ts';
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
const draft = (title: string) => room.editor.act('', { ...notice, title });
const minute = 60_000;

/** Drafts of somebody else that were all touched after whatever there is. */
async function newerDrafts(count: number): Promise<void> {
  lab.pass(minute);
  const duty = await lab.signedIn('duty');
  const { id } = await duty.act('', { ...notice, title: '别人的草稿' });
  await lab.copies(id, count);
  lab.pass(minute);
}

const columnLight = async (name = '通知公告') =>
  (await homeOf(await lab.signedIn('supervisor'))).lights.find((l) => l.of === 'column' && l.name === name);

describe('what waits', () => {
  it('is not pushed away by hundreds of drafts that were touched since', async () => {
    const waiting = await draft('等审核');
    await room.editor.act(`/${waiting.id}/submit`, { version: waiting.version });
    lab.pass(minute);
    await room.approved(await draft('等发布'));
    const back = await draft('被退回');
    const { version } = await room.editor.act(`/${back.id}/submit`, { version: back.version });
    await room.reviewer.act(`/${back.id}/return`, { version, reason: '缺停水时间' });
    await newerDrafts(250);

    const reviewer = await homeOf(room.reviewer);
    expect(titles(reviewer, 'review')).toEqual(['等审核']);
    expect(reviewer.badges).toContainEqual({ screen: 'reviews', count: 1 });
    const editor = await homeOf(room.editor);
    expect(titles(editor, 'returned')).toEqual(['被退回']);
    expect(titles(editor, 'away')).toEqual(['等发布', '等审核']);
    expect(titles(editor, 'release')).toEqual(['等发布']);
  });
});

describe('the light of a column', () => {
  it('knows the last release whatever is written after it', async () => {
    await room.published();
    await newerDrafts(25);
    expect(await columnLight()).toMatchObject({ shows: 'green', words: expect.stringMatching(/^0 天/) });
  });

  it('knows what is being corrected', async () => {
    const { id, version } = await room.published();
    const source = '关于停水的通知\n改为 11 月 26 日停水。';
    await room.editor.act(`/${id}/correct`, { ...notice, source, version, reason: '时间有误' });
    await newerDrafts(25);
    expect(await columnLight()).toMatchObject({ shows: 'green' });
  });
});

it('what is overdue of the old year is still owed on its first day after', async () => {
  lab.pass(Date.parse('2026-12-31T17:00:00.000Z') - Date.parse('2026-11-23T01:00:00.000Z'));
  const { lights } = await homeOf(await lab.signedIn('supervisor'));
  expect(lights.find(({ name }) => name === '市生态环境局')).toMatchObject({
    shows: 'red',
    words: expect.stringMatching(/^逾期 [1-9]/),
  });
});
