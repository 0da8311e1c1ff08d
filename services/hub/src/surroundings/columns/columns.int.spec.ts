import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notice } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { ColumnView } from './columns.documents.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const column = async (code: string): Promise<ColumnView> =>
  (await room.editor.get<{ items: ColumnView[] }>('/api/v1/columns')).body.items.find(
    (c) => c.code === code,
  ) as ColumnView;
const change = async (code: string, more: Partial<ColumnView>) => {
  const { code: _code, steps: _steps, version, ...facts } = await column(code);
  return (await lab.signedIn('disclosure')).put<ColumnView>(`/api/v1/columns/${code}`, {
    version,
    ...facts,
    ...more,
  });
};
const submit = async (matter: object) => {
  const draft = await room.editor.act('', { ...notice, matter });
  return room.editor.post<{
    code: string;
    detail: string;
    findings?: { field: string }[];
    editions?: { route: object }[];
  }>(`/api/v1/publications/${draft.id}/submit`, { version: draft.version });
};

describe('a column', () => {
  it('says how many reviews its publications need', async () => {
    expect((await submit({ column: 'tzgg' })).body.editions?.[0]?.route).toMatchObject({
      levels: 1,
      secrecy: true,
    });
    await change('tzgg', { reviewLevels: 3, secrecyReview: false });
    expect((await submit({ column: 'tzgg' })).body.editions?.[0]?.route).toMatchObject({
      levels: 3,
      secrecy: false,
    });
  });

  it('that was abolished while a draft used it stops the draft in words, and loses nothing', async () => {
    await change('tzgg', { abolished: true });
    expect(await submit({ column: 'tzgg' })).toMatchObject({
      status: 422,
      body: { code: 'column-gone', detail: expect.stringContaining('改选栏目') },
    });
  });

  it('is kept by the disclosure office only', async () => {
    const { code: _code, steps: _steps, ...facts } = await column('tzgg');
    expect(await room.editor.put('/api/v1/columns/tzgg', { ...facts })).toMatchObject({ status: 403 });
    expect(await change('tzgg', { defaultType: 'nonsense' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-type' },
    });
  });
});

describe('the form of a publication', () => {
  it('comes from its type, and what is missing stops the submission by name and law', async () => {
    const refused = await submit({
      type: 'public-notice',
      column: 'gsgg',
      fields: { subject: '拟录用人员', basis: '公务员法', objections: '0873-7123456' },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'blocked' } });
    expect(refused.body.findings?.map((f) => f.field)).toEqual([
      'matter.fields.period',
      'matter.fields.handler',
    ]);
  });

  it('of an unknown type is refused in words', async () => {
    expect(await submit({ type: 'nonsense' })).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('nonsense') },
    });
    expect(await submit({ item: 'GONE-99' })).toMatchObject({
      status: 422,
      body: { code: 'blocked', detail: expect.stringContaining('已不在现行目录中') },
    });
  });
});
