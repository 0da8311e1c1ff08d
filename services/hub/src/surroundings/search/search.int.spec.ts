import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicationView } from '../../publications/publication.view.ts';
import { FakeRegister, screenKinds, screenTarget } from '../../testing/fake.register.ts';
import { notice, type HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import type { SearchAnswer } from './found.ts';

let lab: HubLab;
let editor: HubClient;
let water: PublicationView;
beforeAll(async () => {
  lab = await HubLab.open();
  lab.broker.announce('led');
  lab.broker.registers.set(
    'led',
    new FakeRegister('led', screenKinds).has(screenTarget({ title: '车站条屏' })),
  );
  editor = await lab.signedIn('editor');
  water = await editor.act('', {
    ...notice,
    source: '关于灵泉东路停水的通知\n因管网检修，灵泉东路停水。',
    header: { ...notice.header, indexNumber: 'kysrmzf/2026-00017' },
  });
});
afterAll(() => lab.close());

const find = async (who: HubClient, q: string): Promise<SearchAnswer> =>
  (await who.get<SearchAnswer>(`/api/v1/search?q=${encodeURIComponent(q)}`)).body;
const kinds = async (who: HubClient, q: string) =>
  (await find(who, q)).items.map((i) => `${i.kind} ${i.title}`);

describe('what is found by a few words', () => {
  it('is a publication by its title, its index number and its own number', async () => {
    const there = { kind: 'publication', screen: 'publication', id: water.id, title: water.title };
    expect((await find(editor, '灵泉东路')).items).toMatchObject([there]);
    expect((await find(editor, 'kysrmzf/2026-00017')).items).toMatchObject([there]);
    expect((await find(editor, water.id.toLowerCase())).items).toMatchObject([there]);
  });

  it('is nothing that the person may not read', async () => {
    const auditor = await lab.signedIn('auditor');
    expect((await find(auditor, '灵泉东路')).items).toEqual([]);
    expect((await find(auditor, water.id)).items).toEqual([]);
  });

  it('is a body, and an account for those who may see accounts', async () => {
    expect((await find(editor, '水务局')).items).toContainEqual(
      expect.objectContaining({
        kind: 'organisation',
        screen: 'organisations',
        said: { open: 'kys-shuiwj' },
      }),
    );
    expect(await kinds(editor, 'auditor')).toEqual([]);
    const admin = await lab.signedIn('system-admin');
    expect((await find(admin, 'auditor')).items).toContainEqual(
      expect.objectContaining({ kind: 'person', screen: 'people', said: { open: 'auditor' } }),
    );
  });

  it('is a target, opened by whoever may, and else by its line in the list', async () => {
    const operator = await lab.signedIn('operator');
    expect((await find(operator, '车站')).items).toMatchObject([
      { kind: 'target', title: '车站条屏', said: { channel: 'led', open: 'strip-station' } },
    ]);
    expect((await find(editor, '车站')).items).toMatchObject([
      { kind: 'target', said: { channel: 'led', words: '车站条屏' } },
    ]);
  });

  it('is what a person may write, and nothing of that for who writes nothing', async () => {
    expect((await find(editor, '写公告')).items[0]).toMatchObject({
      kind: 'act',
      title: '写通知公告',
      screen: 'write',
      said: { type: 'general-notice' },
    });
    expect(await kinds(await lab.signedIn('auditor'), '写公告')).toEqual([]);
  });

  it('tells of a channel that did not answer, and gives the rest', async () => {
    lab.broker.silent.add('led');
    const { items, missing } = await find(editor, '灵泉东路');
    expect(items).toHaveLength(1);
    expect(missing).toContain('“led”没有应答，未查找它的终端');
    lab.broker.silent.delete('led');
  });
});

it('asks for words', async () => {
  expect((await editor.get('/api/v1/search?q=')).status).toBe(400);
  expect((await editor.get(`/api/v1/search?q=${'长'.repeat(61)}`)).status).toBe(400);
});
