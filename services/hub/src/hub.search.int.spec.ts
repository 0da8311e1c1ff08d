import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicationSummary, PublicationView } from './publications/publication.view.ts';
import { ContentsStore } from './publications/contents.store.ts';
import { contents, publications } from './publications/publication.document.ts';
import { WordsKeeper } from './publications/words/words.keeper.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
let editor: HubClient;
const made: Record<string, PublicationView> = {};
beforeAll(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
  editor = room.editor;
  const write = async (name: string, source: string, more: object = {}): Promise<void> => {
    made[name] = await editor.act('', {
      format: 'text',
      source,
      header: { issuer: '开远市水务局' },
      ...more,
    });
  };
  await write('water', '关于停水的通知\n因管网检修，灵泉东路停水，请提前储水。');
  await write('power', '关于停电的通知\n因线路检修，泸江路停电。', { matter: { column: 'gsgg' } });
  await write('plan', '国土空间规划批前公示\n规划草案现予公示。文号：开政办发〔2026〕8号。', {
    header: { issuer: '开远市自然资源局', documentNumber: '开政办发〔2026〕8号', writtenOn: '2026-11-20' },
    matter: { item: 'SSGL-01' },
  });
});
afterAll(() => lab.close());

const found = async (query: string): Promise<string[]> => {
  const { items } = (await editor.get<{ items: PublicationSummary[] }>(`/api/v1/publications?${query}`)).body;
  return items.map((p) => Object.keys(made).find((name) => made[name]?.id === p.id) ?? p.id).sort();
};

describe('the list of publications', () => {
  it('is searched by Chinese words, of title and text, every one of them', async () => {
    expect(await found(`q=${encodeURIComponent('停水')}`)).toEqual(['water']);
    expect(await found(`q=${encodeURIComponent('检修 通知')}`)).toEqual(['power', 'water']);
    expect(await found(`q=${encodeURIComponent('泸江路')}`)).toEqual(['power']);
    expect(await found(`q=${encodeURIComponent('开政办发〔2026〕8号')}`)).toEqual(['plan']);
    expect(await found(`q=${encodeURIComponent('地震')}`)).toEqual([]);
  });

  it('is narrowed by state, organisation, column and item, alone or together', async () => {
    expect(await found('state=draft')).toEqual(['plan', 'power', 'water']);
    expect(await found('column=gsgg')).toEqual(['power']);
    expect(await found('item=SSGL-01')).toEqual(['plan']);
    expect(await found('organisation=kysrmzf&column=tzgg')).toEqual(['plan', 'water']);
    expect(await found(`state=draft&column=tzgg&q=${encodeURIComponent('检修')}`)).toEqual(['water']);
    expect(await found('state=released')).toEqual([]);
  });

  it('shows what is due, by the catalogue’s time limit from the day it was written', async () => {
    // 20 working days from 20 November 2026
    expect(await found('dueBefore=2026-12-17')).toEqual([]);
    expect(await found('dueBefore=2026-12-18')).toEqual(['plan']);
  });

  it('follows every edit', async () => {
    const draft = made['water'] as PublicationView;
    await editor.put(`/api/v1/publications/${draft.id}/draft`, {
      ...notice,
      version: draft.version,
      source: '关于恢复供水的通知\n已经恢复供水。',
      title: '关于恢复供水的通知',
    });

    expect(await found(`q=${encodeURIComponent('恢复供水')}`)).toEqual(['water']);
    expect(await found(`q=${encodeURIComponent('灵泉东路')}`)).toEqual([]);
  });

  it('no longer shows as due what was published', async () => {
    await room.release((await editor.get<PublicationView>(`/api/v1/publications/${made['plan']?.id}`)).body);

    expect(await found('dueBefore=2026-12-31')).toEqual([]);
    expect(await found('item=SSGL-01&state=released')).toEqual(['plan']);
  });

  it('finds by its present words what an earlier release cut another way', async () => {
    const id = made['power']?.id ?? '';
    const docs = await lab.store.collection(publications);
    await docs.change(id, (doc) => {
      if (doc === null) return null;
      const { version: _version, wordsForm: _form, ...rest } = doc;
      return { ...rest, words: '民政 停电' };
    });
    expect(await found(`q=${encodeURIComponent('民政')}`)).toEqual(['power']);

    await new WordsKeeper(
      docs,
      new ContentsStore(await lab.store.collection(contents)),
      lab.hub.parts.log,
    ).all();

    expect(await found(`q=${encodeURIComponent('民政')}`)).toEqual([]);
    expect(await found(`q=${encodeURIComponent('泸')}`)).toEqual(['power']);
    expect((await docs.get(id))?.wordsForm).toBe(2);
  });

  it('refuses a filter it does not know', async () => {
    expect(await editor.get('/api/v1/publications?colour=red')).toMatchObject({
      status: 400,
      body: { code: 'unknown-field' },
    });
  });
});
