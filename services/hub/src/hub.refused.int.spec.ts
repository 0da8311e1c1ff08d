import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { auditRows } from './trail/audit.documents.ts';
import type { AuditFact } from './trail/audit.fact.ts';

let lab: HubLab;
beforeEach(async () => {
  lab = await HubLab.open();
});
afterEach(() => lab.close());

const lines = async (act: string): Promise<AuditFact[]> => {
  const rows = await lab.store.collection(auditRows);
  const { items } = await rows.find({ 'fact.act': act }, { order: { sequence: 'asc' }, limit: 100 });
  return items.map(({ fact }) => fact);
};

describe('the trail tells of those who tried', () => {
  it('a wrong password, with whom it was meant for, and repeated ones as one line a minute', async () => {
    for (let n = 0; n < 12; n += 1) await lab.visitor().signIn('editor', 'wrong');
    expect((await lines('session.refuse')).map(({ about, who, detail }) => [about, who, detail])).toEqual([
      ['person/editor', 'public', { code: 'wrong-password' }],
    ]);

    lab.pass(61_000);
    await lab.visitor().signIn('reviewer', 'wrong');
    expect((await lines('session.refuse')).slice(1).map(({ about, detail }) => [about, detail])).toEqual([
      ['person/editor', { code: 'wrong-password', times: '11' }],
      ['person/reviewer', { code: 'wrong-password' }],
    ]);
  });

  it('a name that nobody has, and not what was typed: it may be a password', async () => {
    await lab.visitor().signIn('my-secret-words', 'wrong');

    const [line] = await lines('session.refuse');
    expect(line).toMatchObject({ about: 'session/unknown' });
    expect(JSON.stringify(line)).not.toContain('my-secret-words');
  });

  it('many names from one place do not fill it', async () => {
    for (let n = 0; n < 20; n += 1) await lab.visitor().signIn(`nobody-${n}`, 'wrong');

    expect(await lines('session.refuse')).toHaveLength(1);
  });

  it('a code that was made up', async () => {
    const given = { name: 'editor', reset: 'ABCDE-FGHJK-LMNPQ-RSTUV', password: 'four quiet words' };
    expect((await lab.visitor().post('/api/v1/session/reset', given)).status).toBe(401);

    expect(await lines('session.refuse')).toMatchObject([
      { about: 'person/editor', detail: { code: 'wrong-reset' } },
    ]);
  });

  it('somebody who may not, about notices and about deliveries', async () => {
    const [editor, supervisor] = [await lab.signedIn('editor'), await lab.signedIn('supervisor')];
    const draft = await editor.act('', notice);
    await editor.get('/api/v1/audit');
    await editor.get('/api/v1/audit?act=x');
    const retry = '/api/v1/monitor/deliveries/7K3QZP4M:1:sms:publish/retry';
    await supervisor.post(retry, {});
    const submitted = await editor.act(`/${draft.id}/submit`, { version: draft.version });
    await editor.post(`/api/v1/publications/${draft.id}/approve`, {
      version: submitted.version,
      contentHash: submitted.editions[0]?.contentHash,
    });

    expect((await lines('access.refuse')).map(({ who, about, detail }) => [who, about, detail])).toEqual([
      ['editor', 'route/GET /api/v1/audit', { code: 'forbidden', path: '/api/v1/audit' }],
      ['supervisor', expect.stringContaining('POST /api/v1/monitor'), { code: 'forbidden', path: retry }],
      [
        'editor',
        'route/POST /api/v1/publications/:id/approve',
        { code: 'four-eyes', path: `/api/v1/publications/${draft.id}/approve` },
      ],
    ]);
  });

  it('somebody who leaves', async () => {
    const editor = await lab.signedIn('editor');
    await editor.send('DELETE', '/api/v1/session');

    expect(await lines('session.end')).toMatchObject([{ who: 'editor', about: 'person/editor' }]);
  });

  it('what was still counted when the house closes', async () => {
    for (let n = 0; n < 3; n += 1) await lab.visitor().signIn('editor', 'wrong');
    lab = await lab.restarted();

    expect((await lines('session.refuse')).at(-1)?.detail).toEqual({ code: 'wrong-password', times: '2' });
  });
});
