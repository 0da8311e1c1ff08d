import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';

let lab: HubLab;
let editor: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  editor = await lab.signedIn('editor');
});
afterEach(() => lab.close());

const compute = (body: object) => editor.post('/api/v1/deadlines/compute', body);

it('tells the last day of a period with its law', async () => {
  expect((await compute({ rule: 'GIR-26', from: '2026-11-23' })).body).toMatchObject({
    dueOn: '2026-12-21',
    problem: null,
    explanation: expect.stringContaining('第二十六条'),
  });
});

it('tells when a 公示 is too short', async () => {
  expect((await compute({ rule: 'NP-CIVIL', from: '2026-11-20', to: '2026-11-24' })).body).toMatchObject({
    problem: expect.stringContaining('不得少于 5 个工作日'),
  });
});

it('says clearly that a year has no calendar yet, and never guesses', async () => {
  expect(await compute({ rule: 'GIR-33', from: '2026-12-20' })).toMatchObject({
    status: 422,
    body: { code: 'no-calendar', detail: expect.stringContaining('2027 年') },
  });
  expect(await editor.get('/api/v1/deadlines/calendar/2031')).toMatchObject({
    status: 404,
    body: { code: 'no-calendar' },
  });
  expect(await editor.get('/api/v1/deadlines/calendar/2026')).toMatchObject({
    status: 200,
    body: { year: 2026 },
  });
});
