import { deliverySubject, releaseSubject, type WholeDeadLetter } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMonitor, refused } from '../../testing/fake.monitor.ts';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { Newsroom } from '../../testing/newsroom.ts';
import type { AuditRow } from '../../trail/audit.hash.ts';

const key = '2c26b46b68ff';
let lab: HubLab;
let monitor: FakeMonitor;
let operator: HubClient;
beforeEach(async () => {
  monitor = await FakeMonitor.open();
  lab = await HubLab.open({ MONITOR_URL: monitor.url });
  operator = await lab.signedIn('operator');
});
afterEach(async () => {
  await lab.close();
  await monitor.close();
});

const letter = (id: string, more: Partial<WholeDeadLetter> = {}): WholeDeadLetter => ({
  id,
  service: 'monitor',
  subject: deliverySubject('sms'),
  cause: 'unknown event',
  at: '2026-11-23T02:00:00.000Z',
  excerpt: '{}',
  raw: '{}',
  whole: true,
  ...more,
});
function waiting(...letters: readonly WholeDeadLetter[]): void {
  monitor.on('POST', `/v1/dead-letters/groups/${key}/letters`, { items: letters });
  for (const { id } of letters)
    for (const act of ['again', 'settle'])
      monitor.on('POST', `/v1/dead-letters/${id}/${act}`, { requested: id });
}
const act = (name: 'again' | 'void', expected: number) =>
  operator.post(`/api/v1/operations/dead-letters/${key}/${name}`, { reason: '版本已一致', expected });
const lines = async (name: string): Promise<readonly AuditRow['fact'][]> => {
  const auditor = await lab.signedIn('auditor');
  const { body } = await auditor.get<{ items: AuditRow[] }>(`/api/v1/audit?act=${name}`);
  return body.items.map(({ fact }) => fact).reverse();
};

describe('dead letters of a kind', () => {
  it('are laid to rest, each with its line and the reason', async () => {
    waiting(letter('a1'), letter('a2'));

    expect(await act('void', 2)).toMatchObject({ status: 200, body: { done: 2, left: 0, refusals: [] } });
    expect(monitor.posted('/settle').map(({ body }) => body)).toEqual([
      { act: 'void', reason: '版本已一致' },
      { act: 'void', reason: '版本已一致' },
    ]);
    expect(await lines('dead-letter.void')).toMatchObject([
      { about: 'dead-letter/a1', who: 'operator', reason: '版本已一致' },
      { about: 'dead-letter/a2' },
    ]);
  });

  it('are left alone when there are others than were seen', async () => {
    waiting(letter('a1'), letter('a2'));
    expect(await act('void', 1)).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(monitor.posted('/settle')).toEqual([]);
    expect(await lines('dead-letter.void')).toEqual([]);
  });

  it('are delivered again, and what is refused is told and stays', async () => {
    waiting(letter('a1'), letter('a2'));
    monitor.on('POST', '/v1/dead-letters/a2/again', refused(409, '仍然读不出来'));

    expect(await act('again', 2)).toMatchObject({
      body: { done: 1, refusals: [{ id: 'a2', words: '仍然读不出来' }] },
    });
    expect(monitor.posted('/settle').map(({ path }) => path)).toEqual(['/v1/dead-letters/a1/settle']);
  });

  it('that were let out are told again from the records of the hub, never from the letter', async () => {
    const p = await (await Newsroom.of(lab)).published();
    const release = {
      service: 'channel-sms',
      subject: releaseSubject('normal'),
      raw: JSON.stringify({ id: `${p.id}:1:released`, data: { title: '伪造的内容' } }),
    };
    waiting(
      letter('real', { ...release, event: `${p.id}:1:released` }),
      letter('forged', { ...release, event: '9ZZZZZZ9:1:released' }),
    );
    const before = lab.broker.published.length;

    expect(await act('again', 2)).toMatchObject({ body: { done: 1, refusals: [{ id: 'forged' }] } });
    const told = lab.broker.published.slice(before).map(({ envelope }) => JSON.stringify(envelope));
    expect(told.filter((text) => text.includes(`${p.id}:1:released:again-`))).toHaveLength(1);
    expect(told.filter((text) => text.includes('伪造'))).toEqual([]);
  });

  it('can be taken along as a file, which leaves a line', async () => {
    waiting(letter('a1'));
    const { body } = await operator.get<WholeDeadLetter[]>(`/api/v1/operations/dead-letters/${key}/export`);
    expect(body).toEqual([letter('a1')]);
    expect(await lines('dead-letter.export')).toMatchObject([{ who: 'operator', detail: { letters: '1' } }]);
  });

  it('are for operators', async () => {
    waiting(letter('a1'));
    const editor = await lab.signedIn('editor');
    const address = `/api/v1/operations/dead-letters/${key}`;
    expect(await editor.post(`${address}/void`, { reason: '作废', expected: 1 })).toMatchObject({
      status: 403,
    });
    expect(await editor.get(`${address}/export`)).toMatchObject({ status: 403 });
    expect(monitor.asked).toEqual([]);
  });
});
