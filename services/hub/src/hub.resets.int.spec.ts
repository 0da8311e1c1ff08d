import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from './access/people/second-factor.ts';
import type { PersonDetail, PersonWithCode } from './access/people/people.view.ts';
import type { HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { countersigned, newcomer, ownPassword } from './testing/new.account.ts';

let lab: HubLab;
let system: HubClient;
let security: HubClient;
beforeEach(async () => {
  lab = await HubLab.open();
  [system, security] = [await lab.signedIn('system-admin'), await lab.signedIn('security-admin')];
});
afterEach(() => lab.close());

const account = async (name: string): Promise<PersonDetail> => {
  const { items } = (await system.get<{ items: PersonDetail[] }>('/api/v1/people')).body;
  const found = items.find((p) => p.name === name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return found;
};
const asked = async (name: string, what = 'reset-password'): Promise<PersonWithCode> => {
  const { version } = await account(name);
  const answer = await system.post<PersonWithCode>(`/api/v1/people/${name}/${what}`, {
    version,
    reason: '本人申请',
  });
  expect(answer.status).toBe(200);
  return answer.body;
};
const use = (body: object) => lab.visitor().post('/api/v1/session/reset', body);
const wrong = { status: 401, body: { code: 'wrong-reset' } };

describe('a system administrator alone', () => {
  it('becomes nobody: of the code there is one half, and it works only countersigned', async () => {
    const { code = '' } = await asked('reviewer');
    const guess = { name: 'reviewer', reset: `${code}-${code}`, password: ownPassword };

    expect(await use(guess)).toMatchObject(wrong);
    expect(
      await system.post('/api/v1/people/reviewer/countersign', { version: 2, reason: '自己会签' }),
    ).toMatchObject({ status: 403, body: { detail: /安全管理员/ } });
    expect((await lab.enter('reviewer')).status).toBe(200);
  });

  it('does not get into an account that was just made, whatever roles it is given', async () => {
    const person = { name: 'chen-li', title: '陈丽', organisation: 'kys-czj', subject: null };
    const { code = '', ...made } = (await system.post<PersonWithCode>('/api/v1/people', person)).body;
    await security.put('/api/v1/people/chen-li/roles', { version: made.version, roles: ['first-reviewer'] });

    expect(await use({ name: 'chen-li', reset: `${code}-${code}`, password: ownPassword })).toMatchObject(
      wrong,
    );
    expect((await lab.visitor().signIn('chen-li', code)).status).toBe(401);
  });

  it('links no account to an identity of their own', async () => {
    const { version } = await account('reviewer');
    const facts = { title: '一审', organisation: 'kysrmzf', subject: 'gov-1001' };
    await system.put('/api/v1/people/reviewer', { version, ...facts });
    expect(await account('reviewer')).toMatchObject({
      subject: null,
      reset: /变更统一身份.*待安全管理员会签/,
    });

    await countersigned(lab, 'reviewer', version + 1);
    expect(await account('reviewer')).toMatchObject({ subject: 'gov-1001', reset: null });
  });
});

describe('a forgotten password', () => {
  it('is chosen anew by the person: two halves, the telephone, and a session of nobody else', async () => {
    const before = await lab.signedIn('reviewer');
    const { code, version } = await asked('reviewer');
    const second = await countersigned(lab, 'reviewer', version);
    const given = { name: 'reviewer', reset: `${code}-${second}`.toLowerCase(), password: ownPassword };

    expect(await use(given)).toMatchObject({ status: 401, body: { code: 'code-needed' } });
    lab.pass(31_000);
    const shown = await lab.codeOf('reviewer');
    expect(await use({ ...given, password: 'short', code: shown })).toMatchObject({ status: 422 });
    lab.pass(31_000);
    expect((await use({ ...given, code: await lab.codeOf('reviewer') })).status).toBe(204);

    expect((await before.get('/api/v1/session')).status).toBe(401);
    expect((await lab.enter('reviewer')).status).toBe(401);
    lab.pass(31_000);
    const signedIn = await lab.visitor().signIn('reviewer', ownPassword, await lab.codeOf('reviewer'));
    expect(signedIn.status).toBe(200);
    lab.pass(31_000);
    expect(await use({ ...given, code: await lab.codeOf('reviewer') })).toMatchObject(wrong);
  });

  it('has a code of half an hour, and waits a day for its second signature', async () => {
    const { code, version } = await asked('operator');
    const second = await countersigned(lab, 'operator', version);
    lab.pass(31 * 60_000);
    expect(await use({ name: 'operator', reset: `${code}-${second}`, password: ownPassword })).toMatchObject(
      wrong,
    );

    const late = await asked('operator');
    lab.pass(25 * 60 * 60_000);
    [system, security] = [await lab.signedIn('system-admin'), await lab.signedIn('security-admin')];
    expect(
      await security.post('/api/v1/people/operator/countersign', { version: late.version, reason: '核实' }),
    ).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('is no business of those who would sign for themselves', async () => {
    const { version } = await account('system-admin');
    expect(
      await system.post('/api/v1/people/system-admin/reset-password', { version, reason: '忘记' }),
    ).toMatchObject({ status: 403, body: { code: 'own-account' } });
    const mine = await asked('security-admin');
    expect(
      await security.post('/api/v1/people/security-admin/countersign', {
        version: mine.version,
        reason: '核实',
      }),
    ).toMatchObject({ status: 403, body: { code: 'own-account' } });
  });

  it('leaves a line of who asked, who signed and who used it, and no code', async () => {
    const { code = '', version } = await asked('operator');
    const second = await countersigned(lab, 'operator', version);
    await use({ name: 'operator', reset: `${code}-${second}`, password: ownPassword });
    const auditor = await lab.signedIn('auditor');
    const lines = async () => {
      const { body } = await auditor.get<{ items: { fact: { who: string; act: string } }[] }>(
        '/api/v1/audit?about=person/operator',
      );
      expect(JSON.stringify(body)).not.toContain(code);
      return body.items.map(({ fact }) => `${fact.who} ${fact.act}`).toReversed();
    };

    await expect
      .poll(lines)
      .toEqual([
        'system-admin person.resetPassword',
        'security-admin person.countersign',
        'operator person.useReset',
      ]);
  });
});

describe('a lost telephone', () => {
  it('is done without after two signatures, by who knows the password, and then another is needed', async () => {
    const password = await lab.password('reviewer');
    const { code, version } = await asked('reviewer', 'reset-second-factor');
    const second = await countersigned(lab, 'reviewer', version);
    const given = { name: 'reviewer', reset: `${code}-${second}` };

    expect(await use({ ...given, password: ownPassword })).toMatchObject(wrong);
    expect((await use({ ...given, password })).status).toBe(204);

    const reviewer = lab.visitor();
    expect((await reviewer.signIn('reviewer', password)).body).toMatchObject({
      needsSecondFactor: true,
      screens: [],
    });
    for (const path of ['/publications', '/reviews', '/monitor/deliveries'])
      expect(await reviewer.get(`/api/v1${path}`), path).toMatchObject({
        status: 403,
        body: { code: 'second-factor-needed' },
      });
  });
});

describe('the second factor', () => {
  it('is needed by whoever reviews, releases, is on duty or administers, from the moment they do', async () => {
    const operator = await lab.signedIn('operator');
    expect((await operator.get('/api/v1/publications')).status).toBe(200);
    const { version } = await account('operator');
    await security.put('/api/v1/people/operator/roles', { version, roles: ['operator', 'publisher'] });

    expect(await operator.get('/api/v1/publications')).toMatchObject({
      status: 403,
      body: { code: 'second-factor-needed', detail: /启用动态码/ },
    });
  });

  it('lets somebody in who has set it up', async () => {
    const legal = await newcomer(lab, 'chen-li', 'first-reviewer');

    expect((await legal.get('/api/v1/reviews')).status).toBe(200);
    expect((await lab.visitor().signIn('chen-li', ownPassword)).body).toMatchObject({ code: 'code-needed' });
  });

  it('is not put down with the password alone', async () => {
    const password = await lab.password('editor');
    const editor = await lab.signedIn('editor');
    const end = (code: string) => editor.post('/api/v1/session/second-factor/end', { password, code });

    expect((await end('000000')).status).toBe(422);
    lab.pass(31_000);
    expect((await end(await lab.codeOf('editor'))).status).toBe(204);
    expect((await editor.get('/api/v1/publications')).status).toBe(403);
  });

  it('makes codes that count once', async () => {
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    expect(codeOf(secret, new Date(59_000))).toMatch(/^\d{6}$/);
    const code = await lab.codeOf('editor');
    expect((await lab.enter('editor')).status).toBe(200);
    expect(await lab.visitor().signIn('editor', await lab.password('editor'), code)).toMatchObject({
      status: 401,
      body: { code: 'wrong-code' },
    });
  });
});
