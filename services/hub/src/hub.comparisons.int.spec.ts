import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Changes } from './publications/changes.desk.ts';
import type { PublicationView } from './publications/publication.view.ts';
import { eventually } from './testing/eventually.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const base = '/api/v1/publications';
const text = (...lines: string[]) => ({ ...notice, source: ['关于停水的通知', ...lines].join('\n') });
const hashOf = (p: PublicationView): string => p.editions.at(-1)?.contentHash ?? '';
const see = (who: HubClient, p: PublicationView) =>
  who.put(`${base}/${p.id}/seen`, { contentHash: hashOf(p) });
const changes = async (who: HubClient, p: PublicationView, query = ''): Promise<Changes> =>
  (await who.get<Changes>(`${base}/${p.id}/changes${query}`)).body;
const submit = (p: PublicationView) => room.editor.act(`/${p.id}/submit`, { version: p.version });
async function returned(p: PublicationView, then: object): Promise<PublicationView> {
  const back = await room.reviewer.act(`/${p.id}/return`, { version: p.version, reason: '时间有误' });
  await room.editor.put(`${base}/${p.id}/draft`, { version: back.version, ...then });
  return submit((await room.editor.get<PublicationView>(`${base}/${p.id}`)).body);
}

describe('what a text is held against', () => {
  it('is all of it at first, and after a return what the reviewer saw, also after a restart', async () => {
    const first = await submit(await room.editor.act('', text('八时停水。')));
    expect(await see(room.reviewer, first)).toMatchObject({ status: 204 });
    expect(await changes(room.reviewer, first)).toMatchObject({
      against: 'nothing',
      from: null,
      blocks: [{ block: 0 }, { block: 1, words: [{ kind: 'added', text: '八时停水。' }] }],
    });

    const again = await returned(first, text('九时停水。'));
    lab = await lab.restarted();
    const reviewer = await lab.signedIn('reviewer');
    await see(reviewer, again);

    const seen = await changes(reviewer, again);
    expect(seen).toMatchObject({ against: 'seen', from: hashOf(first), blocks: [{ block: 1 }] });
    expect(seen.offers.map((o) => o.against)).toEqual(['nothing', 'seen']);
  });

  it('is the edition in force for whoever sees a correction for the first time', async () => {
    const p = await room.published(text('八时停水。'));
    const next = await submit(
      await room.editor.act(`/${p.id}/correct`, {
        ...text('九时停水。'),
        version: p.version,
        reason: '时间有误',
      }),
    );
    const duty = await lab.signedIn('duty');

    expect(await changes(duty, next)).toMatchObject({ against: 'force', from: hashOf(p) });
    expect((await changes(room.editor, next)).against).toBe('approval');
    expect((await changes(duty, next, '?against=nothing')).from).toBeNull();
  });

  it('is refused where there is no such text, or it is not theirs to read', async () => {
    const draft = await room.editor.act('', text('八时停水。'));
    expect(await room.editor.get(`${base}/${draft.id}/changes?against=force`)).toMatchObject({
      status: 409,
      body: { detail: '没有可以这样比较的稿；请刷新后另选一种比较' },
    });
    expect(await room.editor.get(`${base}/${draft.id}/changes?against=mine`)).toMatchObject({ status: 400 });
    expect(await see(room.reviewer, draft)).toMatchObject({ status: 403 });
    const old = { contentHash: 'f'.repeat(64) };
    expect(await room.editor.put(`${base}/${draft.id}/seen`, old)).toMatchObject({
      status: 409,
      body: { code: 'content-changed' },
    });
  });

  it('leaves no line in history or audit', async () => {
    const first = await submit(await room.editor.act('', text('八时停水。')));
    const auditor = await lab.signedIn('auditor');
    const about = `/api/v1/audit?about=publication/${first.id}`;
    const lines = async (): Promise<number> =>
      (await auditor.get<{ items: object[] }>(about)).body.items.length;
    await eventually(lines).toBeGreaterThan(1);
    const before = await lines();
    await see(room.reviewer, first);
    expect(await lines()).toBe(before);
  });
});
