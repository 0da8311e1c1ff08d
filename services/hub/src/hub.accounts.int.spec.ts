import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from './access/people/second-factor.ts';
import type { PersonDetail, PersonWithCode } from './access/people/people.view.ts';
import type { HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { countersigned, ownPassword } from './testing/new.account.ts';

let lab: HubLab;
let system: HubClient;
let security: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  [system, security] = [await lab.signedIn('system-admin'), await lab.signedIn('security-admin')];
});
afterEach(() => lab.close());

const chenLi = { name: 'chen-li', title: '陈丽', organisation: 'kys-czj', subject: null };
const account = async (name: string): Promise<PersonDetail> => {
  const found = (await system.get<{ items: PersonDetail[] }>('/api/v1/people')).body.items.find(
    (p) => p.name === name,
  );
  if (found === undefined) throw new Error(`no account ${name}`);
  return found;
};
const created = async (): Promise<PersonWithCode> =>
  (await system.post<PersonWithCode>('/api/v1/people', chenLi)).body;

describe('an account', () => {
  it('is made by the system administrator, may nothing yet, and gets its roles from the security administrator', async () => {
    const { code, ...made } = await created();
    expect(made).toMatchObject({ roles: [], state: 'active', reset: /待安全管理员会签/ });
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);

    expect(await system.put('/api/v1/people/chen-li/roles', { version: 1, roles: ['editor'] })).toMatchObject(
      { status: 403, body: { detail: /安全管理员/ } },
    );
    expect(
      await security.put('/api/v1/people/chen-li/roles', { version: 1, roles: ['editor'] }),
    ).toMatchObject({ status: 200, body: { roles: ['editor'] } });
    expect(await security.post('/api/v1/people', { ...chenLi, name: 'other' })).toMatchObject({
      status: 403,
      body: { detail: /系统管理员/ },
    });

    const second = await countersigned(lab, 'chen-li', 2);
    const her = lab.visitor();
    const first = { name: 'chen-li', reset: `${code ?? ''}-${second}` };
    expect(await her.post('/api/v1/session/reset', { ...first, password: 'chen-li-2026' })).toMatchObject({
      status: 422,
      body: { code: 'weak-password' },
    });
    expect((await her.post('/api/v1/session/reset', { ...first, password: ownPassword })).status).toBe(204);
    await her.signIn('chen-li', ownPassword);
    expect((await her.get('/api/v1/publications')).status).toBe(200);
  });

  it('does not join two of the three administrators, or one with other work', async () => {
    await created();

    expect(
      await security.put('/api/v1/people/chen-li/roles', {
        version: 1,
        roles: ['system-admin', 'audit-admin'],
      }),
    ).toMatchObject({ status: 422, body: { code: 'separation', detail: /GB\/T 22239/ } });
    expect(
      await security.put('/api/v1/people/security-admin/roles', { version: 1, roles: ['editor'] }),
    ).toMatchObject({ status: 403, body: { code: 'own-account' } });
    expect((await account('chen-li')).roles).toEqual([]);
  });

  it('works where there is an organisation', async () => {
    expect(await system.post('/api/v1/people', { ...chenLi, organisation: 'atlantis' })).toMatchObject({
      status: 422,
      body: { code: 'no-organisation' },
    });
  });

  it('loses its sessions when it is disabled, and comes back as it was', async () => {
    const editor = await lab.signedIn('editor');
    const { version } = await account('editor');

    expect(
      (await system.post<PersonDetail>('/api/v1/people/editor/disable', { version, reason: '调离' })).body
        .state,
    ).toBe('disabled');
    expect((await editor.get('/api/v1/publications')).status).toBe(401);
    expect(await lab.enter('editor')).toMatchObject({
      status: 403,
      body: { code: 'disabled' },
    });

    await system.post('/api/v1/people/editor/enable', { version: version + 1, reason: '返回' });
    expect((await (await lab.signedIn('editor')).get('/api/v1/publications')).status).toBe(200);
  });

  it('waits no longer once the security administrator has unlocked it', async () => {
    for (let n = 0; n < 3; n += 1) await lab.visitor().signIn('editor', 'wrong');
    expect((await lab.enter('editor')).status).toBe(429);

    await security.post('/api/v1/people/editor/unlock', {
      version: (await account('editor')).version,
      reason: '本人来电',
    });

    expect((await lab.enter('editor')).status).toBe(200);
  });

  it('leaves a line for everything that was done with it', async () => {
    await created();
    await security.put('/api/v1/people/chen-li/roles', { version: 1, roles: ['editor'] });
    const auditor = await lab.signedIn('auditor');

    await expect
      .poll(async () =>
        (
          await auditor.get<{ items: { fact: { act: string; who: string } }[] }>(
            '/api/v1/audit?about=person/chen-li',
          )
        ).body.items.map((r) => `${r.fact.who} ${r.fact.act}`),
      )
      .toEqual(expect.arrayContaining(['system-admin person.create', 'security-admin person.setRoles']));
    const lines = (
      await auditor.get<{ items: { fact: { act: string; before: string | null; after: string | null } }[] }>(
        '/api/v1/audit?about=person/chen-li',
      )
    ).body.items.map((r) => r.fact);
    const [roles, create] = ['person.setRoles', 'person.create'].map((act) =>
      lines.find((f) => f.act === act),
    );
    expect([create?.before, roles?.before, roles?.after === roles?.before]).toEqual([
      null,
      create?.after,
      false,
    ]);
  });
});

describe('the second factor (RFC 6238)', () => {
  const now = (): Date => lab.hub.parts.clock();

  it('is asked for once it was confirmed, and takes every code once', async () => {
    const password = await lab.password('operator');
    const operator = await lab.signedIn('operator');
    const { secret } = (
      await operator.post<{ secret: string }>('/api/v1/session/second-factor', { password })
    ).body;
    expect((await lab.enter('operator')).status).toBe(200);
    expect(await operator.post('/api/v1/session/second-factor/confirm', { code: '000000' })).toMatchObject({
      status: 422,
      body: { code: 'wrong-code' },
    });
    expect(
      (await operator.post('/api/v1/session/second-factor/confirm', { code: codeOf(secret, now()) })).status,
    ).toBe(204);

    expect(await lab.visitor().signIn('operator', password)).toMatchObject({
      status: 401,
      body: { code: 'code-needed' },
    });
    expect(await lab.visitor().signIn('operator', password, codeOf(secret, now()))).toMatchObject({
      status: 401,
      body: { code: 'wrong-code' },
    });
    lab.pass(31_000);
    const code = codeOf(secret, now());
    expect((await lab.visitor().signIn('operator', password, code)).body).toMatchObject({
      secondFactor: true,
    });
    expect(await lab.visitor().signIn('operator', password, code)).toMatchObject({
      status: 401,
      body: { code: 'wrong-code' },
    });
  });
});
