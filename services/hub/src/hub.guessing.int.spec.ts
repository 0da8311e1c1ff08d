import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubClient } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
beforeEach(async () => {
  lab = await HubLab.open({ TRUSTED_PROXIES: ['127.0.0.1'] });
});
afterEach(() => lab.close());

/** Somebody at another network, behind the proxy. */
const at = (address: string): HubClient => lab.visitor({ 'x-forwarded-for': address });
const guess = async (who: HubClient, name: string, times = 1): Promise<readonly number[]> => {
  const answers: number[] = [];
  for (let n = 0; n < times; n += 1) answers.push((await who.signIn(name, 'wrong')).status);
  return answers;
};

describe('whoever guesses the password of another', () => {
  it('waits, and keeps the other from nothing', async () => {
    expect(await guess(at('203.0.113.7'), 'duty', 6)).toEqual([401, 401, 401, 429, 429, 429]);

    expect((await lab.enter('duty', at('198.51.100.1'))).status).toBe(200);
  });

  it('from the same office neither, where the other has signed in before', async () => {
    const own = at('203.0.113.7');
    await lab.enter('duty', own);
    await guess(at('203.0.113.8'), 'duty', 5);

    expect((await lab.enter('duty', at('203.0.113.9'))).status).toBe(429);
    expect((await lab.enter('duty', own)).status).toBe(200);
  });

  it('from everywhere is slowed down to one guess in a quarter of a minute', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 40; n += 1) answers.push(...(await guess(at(`10.0.${n}.1`), 'duty')));
    expect(answers.filter((status) => status === 401)).toHaveLength(31);

    lab.pass(15_000);
    expect((await lab.enter('duty', at('198.51.100.1'))).status).toBe(200);
  });

  it('learns from no answer which names there are', async () => {
    const known = await guess(at('203.0.113.7'), 'editor', 8);
    const unknown = await guess(at('198.51.100.7'), 'nobody-has-this', 8);
    expect(unknown).toEqual(known);
  });

  it('with many names from one network waits, too', async () => {
    const one = at('203.0.113.7');
    const answers: number[] = [];
    for (let n = 0; n < 34; n += 1) answers.push(...(await guess(one, `name-${n}`)));
    expect(answers.indexOf(429)).toBe(31);
  });

  it('does not pass a person off as somebody else by a header that no proxy wrote', async () => {
    const plain = await HubLab.open();
    try {
      const from = async (address: string): Promise<number> =>
        (await plain.visitor({ 'x-forwarded-for': address }).signIn('duty', 'wrong')).status;
      const answers = [await from('10.0.1.1'), await from('10.0.2.1'), await from('10.0.3.1')];
      expect([...answers, await from('10.0.4.1')]).toEqual([401, 401, 401, 429]);
    } finally {
      await plain.close();
    }
  });
});

describe('a mark of a browser', () => {
  it('is worth nothing for another name, or altered', async () => {
    const own = at('203.0.113.7');
    const answer = await lab.enter('duty', own);
    const mark = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('towncrier_device='));
    expect(mark).toMatch(/Path=\/api\/v1\/session; HttpOnly.*SameSite=Strict/);
    await guess(at('203.0.113.8'), 'editor', 4);

    expect((await lab.enter('editor', own)).status).toBe(429);
  });
});

describe('an open browser that somebody else found', () => {
  it('gives no free guesses at the password of its owner', async () => {
    const editor = await lab.signedIn('editor');
    const change = async (password: string) =>
      (
        await editor.put('/api/v1/session/password', {
          password,
          newPassword: 'kaiyuan-tong-zhi-2026',
        })
      ).status;
    expect([await change('a'), await change('b'), await change('c'), await change('d')]).toEqual([
      403, 403, 403, 429,
    ]);
    expect(await change(await lab.password('editor'))).toBe(429);

    lab.pass(2001);
    expect(await change(await lab.password('editor'))).toBe(204);
  });
});

describe('the ledger behind the hub', () => {
  it('is closed to whoever still has to set up a second factor', async () => {
    const operator = await lab.signedIn('operator');
    const security = await lab.signedIn('security-admin');
    await security.put('/api/v1/people/operator/roles', { version: 1, roles: ['operator', 'publisher'] });

    for (const path of ['/api/v1/monitor/deliveries', '/api/v1/publications'])
      expect(await operator.get(path), path).toMatchObject({
        status: 403,
        body: { code: 'second-factor-needed' },
      });
  });
});
