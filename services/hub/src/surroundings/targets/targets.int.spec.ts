import { registerAsked } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemDetails } from '../../http/problem.ts';
import { eventually } from '../../testing/eventually.ts';
import { FakeRegister, screenKinds, screenTarget } from '../../testing/fake.register.ts';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import type { ImportReport, Register, TargetDetail, TargetPage } from './target.view.ts';

let lab: HubLab;
let led: FakeRegister;
let operator: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  lab.broker.announce('led');
  led = new FakeRegister('led', screenKinds).has(
    screenTarget(),
    screenTarget({ id: 'strip-park', title: '公园条屏', area: '532502001000' }),
  );
  lab.broker.registers.set('led', led);
  operator = await lab.signedIn('operator');
});
afterEach(() => lab.close());

const base = '/api/v1/registers/led';
const station = `${base}/targets/strip-station`;
const { id: _id, state: _state, ...facts } = screenTarget();
const written = (more: object = {}) => ({ version: 1, ...facts, ...more });
const lines = async (about: string) =>
  (
    await (
      await lab.signedIn('auditor')
    ).get<{ items: { fact: Record<string, unknown> }[] }>(`/api/v1/audit?about=${about}`)
  ).body.items.map((item) => item.fact);

describe('the register of a channel', () => {
  it('is looked at by everybody, page by page, without what only the channel must know', async () => {
    const editor = await lab.signedIn('editor');
    const { body } = await editor.get<TargetPage>(`${base}/targets?limit=1`);

    expect(body).toMatchObject({ total: 2, next: 'strip-park', items: [{ id: 'strip-park' }] });
    expect(body.items[0]).not.toHaveProperty('facts');
    expect((await editor.get(station)).status).toBe(403);
    const inArea = await editor.get<TargetPage>(`${base}/targets?area=532502002000&state=active`);
    expect(inArea.body.items.map((t) => t.id)).toEqual(['strip-station']);
  });

  it('tells its kinds as the channel declares them, and what a person may do', async () => {
    expect((await operator.get<Register>(base)).body).toMatchObject({
      title: 'led',
      kinds: [{ id: 'strip', secrets: ['player-key'], facts: { required: ['width'] } }],
      steps: [{ act: 'create' }, { act: 'import' }],
    });
    expect((await (await lab.signedIn('editor')).get<Register>(base)).body.steps).toEqual([]);
  });

  it('that declares no kinds offers nobody to register anything', async () => {
    lab.broker.announce('radio');
    lab.broker.registers.set('radio', new FakeRegister('radio', []));

    expect((await operator.get<Register>('/api/v1/registers/radio')).body).toMatchObject({
      kinds: [],
      steps: [],
    });
  });

  it('of a channel that is away, or that nobody knows, is not there, in words', async () => {
    lab.broker.silent.add('led');

    expect(await operator.get(base)).toMatchObject({ status: 503, body: { code: 'channel-unavailable' } });
    expect(await operator.get('/api/v1/registers/television')).toMatchObject({ status: 404 });
  });
});

describe('a target', () => {
  it('is registered with a secret that nobody reads again, not even the trail', async () => {
    const put = await operator.put<TargetDetail>(`${base}/targets/strip-hall`, {
      ...written({ version: null, title: '政务大厅条屏' }),
      secrets: { 'player-key': 'k-of-the-hall' },
    });

    expect(put).toMatchObject({ status: 200, body: { version: 1, secrets: ['player-key'] } });
    expect(led.asked.find((q) => q.ask === 'write')).toMatchObject({
      by: 'operator',
      rows: [{ secrets: { 'player-key': 'k-of-the-hall' }, expected: null }],
    });
    const told = await lines('target/led/strip-hall');
    expect(told).toMatchObject([{ act: 'target.create', who: 'operator', before: null }]);
    expect(JSON.stringify([put.body, told])).not.toContain('k-of-the-hall');
  });

  it('is changed by whoever saw it last; the trail has the hashes of before and after', async () => {
    expect((await operator.put(station, written({ title: '客运站南条屏' }))).status).toBe(200);

    expect(await operator.put(station, written({ title: '客运站北条屏' }))).toMatchObject({
      status: 409,
      body: { code: 'stale', current: 2, detail: expect.stringContaining('operator') },
    });
    expect(led.get('strip-station')?.title).toBe('客运站南条屏');
    expect(await lines('target/led/strip-station')).toMatchObject([
      {
        act: 'target.change',
        before: expect.stringMatching(/^[0-9a-f]{64}$/),
        after: expect.stringMatching(/^[0-9a-f]{64}$/),
        detail: { fields: 'title' },
      },
    ]);
  });

  it('is paused, resumed and retired, each with a reason; retired is for ever', async () => {
    const turn = (act: string, version: number) =>
      operator.post<TargetDetail>(`${station}/${act}`, { version, reason: '检修' });

    expect((await turn('pause', 1)).body.state).toEqual({ is: 'paused', reason: '检修' });
    expect(await turn('pause', 2)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect((await turn('resume', 2)).body.state).toEqual({ is: 'active' });
    const retired = await turn('retire', 3);
    expect(retired.body).toMatchObject({ state: { is: 'retired', on: '2026-11-23' }, steps: [] });
    expect(await operator.put(station, written({ version: 4 }))).toMatchObject({ status: 409 });
    expect((await lines('target/led/strip-station')).map((l) => [l['act'], l['reason']])).toEqual([
      ['target.retire', '检修'],
      ['target.resume', '检修'],
      ['target.pause', '检修'],
    ]);
  });

  it('stands at a place and belongs to a body that exist, and is as its channel wants it', async () => {
    const bad = written({ area: '532599000000', owner: 'kys-nobody', facts: { width: '宽' } });

    const { status, body } = await operator.put<ProblemDetails>(station, bad);

    expect([status, body.code]).toEqual([422, 'register-refused']);
    expect(body.rows?.map((r) => r.field)).toEqual(['area', 'owner', 'facts.width']);
    expect(body.detail).toContain('终端“strip-station”：区划表中没有“532599000000”；');
    expect(led.get('strip-station')?.version).toBe(1);
  });

  it('is kept by operators and system administrators alone', async () => {
    const editor = await lab.signedIn('editor');
    expect((await editor.put(station, written())).status).toBe(403);
    expect((await editor.post(`${station}/pause`, { version: 1, reason: '检修' })).status).toBe(403);
    expect((await (await lab.signedIn('system-admin')).put(station, written())).status).toBe(200);
  });

  it('of which nobody knows whether it was changed leaves a line that says so', async () => {
    const answer = led.answer.bind(led);
    led.answer = (question) => {
      if (registerAsked.parse(question).ask === 'write') lab.broker.silent.add('led');
      if (lab.broker.silent.has('led')) throw new Error('gone');
      return answer(question);
    };

    expect(await operator.put(station, written())).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining('不知道是否已经办理') },
    });
    await eventually(() => lines('target/led/strip-station')).toMatchObject([
      { act: 'target.change-unanswered' },
    ]);
  });
});

describe('a table of targets', () => {
  const heading = '编号,名称,类型,负责单位,区划代码,场所,接收,宽,播放口令';
  const csv = (...rows: readonly string[]) => Buffer.from([heading, ...rows].join('\n'));
  const good = 'strip-bank,银行条屏,条屏,kys-lq,532502002000,银行,全部,192,k-of-the-bank';
  const send = (bytes: Uint8Array, apply: boolean, name = 'targets.csv') =>
    operator.upload<ImportReport & ProblemDetails>(`${base}/import?apply=${apply}`, name, bytes);

  it('is tried first, then written, and every row is reported', async () => {
    const changed = 'strip-station,客运站大条屏,条屏,kys-lq,532502002000,客运站,全部,320,';

    const trial = await send(csv(good, changed), false);
    expect(trial.body).toMatchObject({
      applied: false,
      created: 1,
      changed: 1,
      rows: [
        { row: 2, target: 'strip-bank', what: 'created' },
        { row: 3, target: 'strip-station', what: 'changed', fields: ['title'] },
      ],
    });
    expect(led.get('strip-bank')).toBeUndefined();

    expect((await send(csv(good, changed), true)).body.applied).toBe(true);
    expect(led.get('strip-bank')).toMatchObject({
      venue: 'bank',
      facts: { width: 192 },
      secrets: ['player-key'],
    });
    expect(await lines('target/led')).toMatchObject([
      {
        act: 'target.import',
        before: expect.stringMatching(/^[0-9a-f]{64}$/),
        after: expect.stringMatching(/^[0-9a-f]{64}$/),
        detail: { file: 'targets.csv', created: '1', changed: '1', unchanged: '0' },
      },
    ]);
  });

  it('with one bad row among many writes nothing, and names the row', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => good.replace('strip-bank', `strip-${n}`));

    const { status, body } = await send(
      csv(...rows.with(1500, rows[1500]?.replace(',192,', ',宽,') ?? '')),
      true,
    );

    expect([status, body.rows]).toMatchObject([
      422,
      [{ row: 1502, target: 'strip-1500', field: 'facts.width' }],
    ]);
    expect(led.get('strip-0')).toBeUndefined();
  });

  it.each([
    ['an unknown area', good.replace('532502002000', '532599000000'), 'area'],
    ['a kind nobody declares', good.replace('条屏,kys', '球屏,kys'), 'kind'],
    ['a kind of place of its own', good.replace('银行,全部', '太空站,全部'), 'venue'],
  ])('with %s is refused by row and field', async (_what, row, field) => {
    expect(await send(csv(row), true)).toMatchObject({
      status: 422,
      body: { code: 'register-refused', rows: [{ row: 2, target: 'strip-bank', field }] },
    });
  });

  it('of other columns, or without ids, is refused as a whole', async () => {
    const message = (words: string) => ({ status: 422, body: { rows: [{ row: 1, message: words }] } });
    expect(await send(Buffer.from('名称\n条屏'), true)).toMatchObject(message('第一行里没有“编号”一列'));
    expect(await send(Buffer.from('编号,颜色\nx,红'), true)).toMatchObject(message('不认识的列“颜色”'));
    expect(await send(Buffer.from([0x61, 0xff, 0x20]), true)).toMatchObject({ body: { code: 'unreadable' } });
  });

  it.each(['csv', 'xlsx'])('comes out as %s and goes back in without changing anything', async (format) => {
    const before = [led.get('strip-park'), led.get('strip-station')];
    const answer = await operator.download(`${base}/export?format=${format}`);
    expect(answer.status).toBe(200);

    expect((await send(answer.bytes, false, `targets.${format}`)).body).toMatchObject({ created: 0 });
    await send(answer.bytes, true, `targets.${format}`);

    const facts = (t: (typeof before)[number]) => ({ ...t, version: 0, changedBy: '' });
    expect([led.get('strip-park'), led.get('strip-station')].map(facts)).toEqual(before.map(facts));
  });
});
