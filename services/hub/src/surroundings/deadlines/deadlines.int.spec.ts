import { afterEach, beforeEach, expect, it } from 'vitest';
import { notice, type HubClient } from '../../testing/hub.client.ts';
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

const text2027 = `
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
五、端午节：6月9日（周三）放假1天。
六、中秋节：9月15日（周三）放假1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月10日（周日）上班。`;
const announcement = { year: 2027, source: '关于2027年部分节假日安排的通知', text: text2027 };

it('counts days of a year without a calendar provisionally, and shows no such year', async () => {
  expect((await compute({ rule: 'GIR-33', from: '2026-12-10' })).body).toMatchObject({
    dueOn: '2027-01-05',
    provisional: true,
    explanation: expect.stringContaining('自然日暂计，待国务院办公厅公布'),
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

it('makes provisional deadlines exact once the year is entered, and remembers it', async () => {
  const admin = await lab.signedIn('disclosure');
  const written = await editor.act('', {
    ...notice,
    header: { ...notice.header, writtenOn: '2026-12-10' },
    matter: { item: 'SSGL-01' },
  });
  const dueBy = async (day: string) =>
    (await editor.get<{ items: { id: string }[] }>(`/api/v1/publications?dueBefore=${day}`)).body.items;
  expect(await dueBy('2027-01-05')).toMatchObject([{ id: written.id }]);

  expect((await admin.post('/api/v1/deadlines/calendar', announcement)).body).toMatchObject({
    applied: false,
    problems: [],
  });
  expect((await compute({ rule: 'GIR-33', from: '2026-12-10' })).body).toMatchObject({ provisional: true });
  await admin.post('/api/v1/deadlines/calendar', { ...announcement, apply: true });

  const exact = { dueOn: '2027-01-08', provisional: false };
  expect((await compute({ rule: 'GIR-33', from: '2026-12-10' })).body).toMatchObject(exact);
  expect(await dueBy('2027-01-07')).toEqual([]);
  expect(await dueBy('2027-01-08')).toMatchObject([{ id: written.id }]);
  const auditor = await lab.signedIn('auditor');
  expect(JSON.stringify((await auditor.get('/api/v1/audit?about=calendar/2027')).body)).toContain(
    'calendar.announce',
  );
  lab = await lab.restarted();
  editor = await lab.signedIn('editor');
  expect((await compute({ rule: 'GIR-33', from: '2026-12-10' })).body).toMatchObject(exact);
});

it('keeps no year that contradicts itself, and lets no editor enter one', async () => {
  const admin = await lab.signedIn('disclosure');
  const wrong = { ...announcement, text: text2027.replace('共7天', '共8天'), apply: true };
  expect(await admin.post('/api/v1/deadlines/calendar', wrong)).toMatchObject({
    status: 422,
    body: { code: 'bad-calendar', detail: expect.stringContaining('春节') },
  });
  expect(await editor.post('/api/v1/deadlines/calendar', { ...announcement, apply: true })).toMatchObject({
    status: 403,
  });
});
