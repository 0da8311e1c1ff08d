import writeXlsxFile from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import shipped from './surroundings/catalogue/data/disclosure-items.json' with { type: 'json' };
import type {
  ClosedView,
  ImportReport,
  VersionDetail,
  VersionSummary,
} from './surroundings/catalogue/catalogue.view.ts';
import type { CatalogueDiff } from './surroundings/catalogue/diff.ts';
import { item, type Item } from './surroundings/catalogue/item.ts';
import type { CatalogueSummary } from './surroundings/catalogue/summary.ts';
import { notice, type HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
let office: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  office = await lab.signedIn('disclosure');
});
afterEach(() => lab.close());

const base = '/api/v1/catalogue';
const json = (items: readonly object[]): Uint8Array => new TextEncoder().encode(JSON.stringify({ items }));
const [first, ...others] = z.tuple([item], item).parse(shipped.items);
const importJson = async (items: readonly object[], query = ''): Promise<ImportReport> =>
  (await office.upload<ImportReport>(`${base}/imports${query}`, '目录.json', json(items))).body;
const inForce = async (query = ''): Promise<readonly Item[]> =>
  (await office.get<{ items: Item[] }>(`${base}/items${query}`)).body.items;

describe('the disclosure catalogue', () => {
  it('is there at the first start', async () => {
    expect(await inForce()).toHaveLength(118);
    expect(await inForce('?field=CXGH&stage=decision')).not.toHaveLength(0);
    const { fields, ...total } = (await office.get<CatalogueSummary>(`${base}/summary`)).body;
    expect(total).toEqual({ version: 1, effectiveFrom: '2026-11-23', items: 118, complete: 118 });
    expect(fields).toHaveLength(9);
  });

  it('takes a new version into force from a day on, and shows what changed', async () => {
    const changed = {
      ...first,
      timeLimit: {
        text: '信息形成之日起3个工作日内',
        rules: [{ kind: 'workingDaysFromFormation', days: 3 }],
      },
    };
    const { catalogue } = await importJson([changed, ...others.slice(1)]);
    expect(catalogue).toMatchObject({ number: 2, state: 'draft', items: 117 });
    expect((await office.get<CatalogueDiff>(`${base}/versions/1/diff/2`)).body).toMatchObject({
      added: [],
      removed: [{ id: 'ZDXM-02' }],
      changed: [{ id: 'ZDXM-01', changes: [{ element: '公开时限', was: '实时公开' }] }],
    });

    expect(
      (
        await office.post<VersionSummary>(`${base}/versions/2/adopt`, {
          version: 1,
          effectiveFrom: '2026-12-01',
        })
      ).body,
    ).toMatchObject({ state: 'adopted', inForce: false });
    expect(await inForce()).toHaveLength(118);
    expect(await inForce('?on=2026-12-01')).toHaveLength(117);
    lab.pass(8 * 86_400_000);
    expect(await (await lab.signedIn('editor')).get(`${base}/items/ZDXM-02`)).toMatchObject({ status: 404 });
    expect(
      await (await lab.signedIn('disclosure')).put(`${base}/versions/2/items`, { version: 2, item: first }),
    ).toMatchObject({ status: 409, body: { code: 'not-a-draft' } });
  });

  it('stores nothing of a file with a bad row, and reports every row', async () => {
    const report = await importJson([first, { ...others[0], field: 'ATLANTIS' }]);

    expect(report).toMatchObject({ good: 1, bad: 1, catalogue: null });
    expect(report.rows[1]?.problems[0]).toContain('field');
    expect((await office.get<{ items: VersionSummary[] }>(`${base}/versions`)).body.items).toHaveLength(1);
  });

  it('lets no row take effect that lacks one of the six elements, until it is completed', async () => {
    await importJson([{ ...first, basis: [] }], '?mode=merge');
    const refused = await office.post<{ findings: { field: string; message: string }[] }>(
      `${base}/versions/2/adopt`,
      { version: 1, effectiveFrom: '2026-11-23' },
    );
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'incomplete', findings: [{ field: 'ZDXM-01', message: 'ZDXM-01 缺少公开依据。' }] },
    });

    expect(
      (await office.put<VersionDetail>(`${base}/versions/2/items`, { version: 1, item: first })).body
        .incomplete,
    ).toBe(0);
    expect(
      (await office.post(`${base}/versions/2/adopt`, { version: 2, effectiveFrom: '2026-11-23' })).status,
    ).toBe(200);
    expect((await office.get<{ items: VersionSummary[] }>(`${base}/versions`)).body.items[0]).toMatchObject({
      number: 2,
      inForce: true,
      items: 118,
    });
  });

  it('comes from a spreadsheet as well', async () => {
    const cell = (value: string) => ({ type: String, value });
    const workbook = await writeXlsxFile([
      ['领域', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开方式'].map(cell),
      [
        '税收管理',
        '纳税服务',
        '办税地图',
        '办税服务厅地址、电话',
        '《税收征收管理法》',
        '信息形成之日起20个工作日内',
        '税务局',
        '主动',
      ].map(cell),
    ]).toBuffer();

    const { body } = await office.upload<ImportReport>(
      `${base}/imports?mode=merge&dryRun=true`,
      '税收.xlsx',
      workbook,
    );

    expect(body).toMatchObject({
      good: 1,
      bad: 0,
      incomplete: 0,
      catalogue: null,
      rows: [{ row: 2, id: expect.stringMatching(/^SSGL-/), name: '办税地图', problems: [] }],
    });
  });

  it('is kept by the disclosure office only, and takes files only', async () => {
    const editor = await lab.signedIn('editor');
    expect((await editor.upload(`${base}/imports`, 'x.json', json([first]))).status).toBe(403);
    expect(await office.post(`${base}/imports`, {})).toMatchObject({
      status: 400,
      body: { code: 'no-file' },
    });
    expect(await office.upload(`${base}/imports`, 'x.csv', new Uint8Array(11 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { code: 'file-too-large' },
    });
  });

  it('that lost an item a draft uses stops the draft in words, not with a crash', async () => {
    const editor = await lab.signedIn('editor');
    const draft = await editor.act('', { ...notice, matter: { item: 'ZDXM-01' } });
    await importJson(others);
    await office.post(`${base}/versions/2/adopt`, { version: 1, effectiveFrom: '2026-11-23' });

    expect(
      await editor.post(`/api/v1/publications/${draft.id}/submit`, { version: draft.version }),
    ).toMatchObject({
      status: 422,
      body: { code: 'blocked', detail: expect.stringContaining('已不在现行目录中') },
    });
  });
});

describe('what stays closed', () => {
  const closed = {
    name: '办事指南',
    code: 'N14d',
    basis: '',
    reason: '公开后可能危及公共安全',
    organisation: 'kysrmzf',
    reviewOn: '2027-06-30',
  };

  it('needs a legal reason and a day to ask again', async () => {
    expect(await office.post(`${base}/closed`, { ...closed, code: 'N99' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-code' },
    });
    expect(await office.post(`${base}/closed`, { ...closed, code: 'N14b' })).toMatchObject({
      status: 422,
      body: { code: 'no-basis' },
    });
    expect(await office.post(`${base}/closed`, { ...closed, reviewOn: '2029-01-01' })).toMatchObject({
      status: 422,
      body: { code: 'review-too-late', detail: expect.stringContaining('第十八条') },
    });
  });

  it('is pointed out where the catalogue would open it, until it is opened', async () => {
    const made = (await office.post<ClosedView>(`${base}/closed`, closed)).body;
    const pointedOut = async () =>
      (await office.get<VersionDetail>(`${base}/versions/1`)).body.findings.filter(
        (f) => f.rule === 'on-negative-list',
      ).length;
    expect(await pointedOut()).toBeGreaterThan(0);

    await office.post(`${base}/closed/${made.id}/open`, { version: made.version, reason: '评估后可以公开' });

    expect(await pointedOut()).toBe(0);
  });
});
