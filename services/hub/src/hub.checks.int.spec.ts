import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Finding } from './http/problem.ts';
import type { Checked } from './publications/preflight.desk.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let lab: HubLab;
let room: Newsroom;
beforeEach(async () => {
  lab = await HubLab.open();
  room = await Newsroom.of(lab);
});
afterEach(() => lab.close());

const faulty = {
  ...notice,
  source: '关于停水的通知\n\n市人民攻府决定，截止目前停水。\n\n一、范围\n\n灵泉东路关于关于停水的事。',
};
const matter = { type: 'outage', column: 'tzgg', fields: { service: '停水' } };
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, field, repair }) => [severity, rule, field, repair]);
const check = async (body: object): Promise<Checked> =>
  (await room.editor.post<Checked>('/api/v1/proofreadings', body)).body;

it('a text is checked while it is written: its words, its elements, its head', async () => {
  const { findings, body } = await check({
    ...faulty,
    matter,
    header: { documentNumber: '开政办发[2026]8号' },
  });

  expect(told(findings)).toEqual(
    expect.arrayContaining([
      ['block', 'wrong-word', 'body.1', '政府'],
      ['advise', 'wrong-word', 'body.1', '截至目前'],
      ['advise', 'doubled-word', 'body.3', '关于'],
      ['block', 'missing-element', 'matter.fields.area', undefined],
      ['advise', 'document-number', 'header.documentNumber', undefined],
    ]),
  );
  const [first] = findings.filter(({ rule }) => rule === 'wrong-word');
  const { block, spot } = first?.place ?? {};
  expect([block, spot]).toEqual([0, { path: [], from: 3, to: 5 }]);
  expect(JSON.stringify(body.content[0])).toContain('市人民攻府');
});

it('finds what a submission would be stopped by, and nothing less', async () => {
  const draft = await room.editor.act('', { ...faulty, matter });
  const { findings } = await check({ ...faulty, matter, publication: draft.id });
  const { body } = await room.editor.get<{ findings: readonly Finding[] }>(
    `/api/v1/publications/${draft.id}/findings`,
  );

  const blocking = (all: readonly Finding[]) => all.filter(({ severity }) => severity === 'block');
  expect(blocking(findings)).toEqual(blocking(body.findings));
  expect(blocking(findings).length).toBeGreaterThan(1);
});

it('keeps nothing', async () => {
  await check(faulty);
  const { body } = await room.editor.get<{ items: readonly object[] }>('/api/v1/publications');
  expect(body.items).toEqual([]);
});
