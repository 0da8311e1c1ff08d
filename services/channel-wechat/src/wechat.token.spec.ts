import Fastify, { type FastifyInstance } from 'fastify';
import { OperatorNeeded } from '@towncrier/channel-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WechatToken } from './wechat.token.ts';

/** The token endpoint alone: a new token with every call, good for two hours. */
describe('the access token', () => {
  let http: FastifyInstance;
  let asked: unknown[];
  let refusal: { errcode: number; errmsg: string } | null;
  let now: number;
  let token: WechatToken;
  beforeEach(async () => {
    [asked, refusal, now] = [[], null, Date.parse('2026-11-23T08:00:00.000Z')];
    http = Fastify({ forceCloseConnections: true });
    http.post('/cgi-bin/stable_token', (request) => {
      asked.push(request.body);
      return refusal ?? { access_token: `token-${asked.length}`, expires_in: 7200 };
    });
    const base = await http.listen({ host: '127.0.0.1', port: 0 });
    token = new WechatToken(base, 'wx0123456789abcdef', 'invented-secret', () => new Date(now));
  });
  afterEach(() => http.close());

  const get = (): Promise<string> => token.get(AbortSignal.timeout(5000));

  it('is asked for as the stable one, never by force: another system may use it too', async () => {
    await get();
    expect(asked).toEqual([
      {
        grant_type: 'client_credential',
        appid: 'wx0123456789abcdef',
        secret: 'invented-secret',
        force_refresh: false,
      },
    ]);
  });

  it('is fetched once for all who ask at the same time', async () => {
    expect(await Promise.all([get(), get(), get()])).toEqual(['token-1', 'token-1', 'token-1']);
    expect(asked).toHaveLength(1);
  });

  it('is renewed five minutes before its end, not earlier', async () => {
    await get();
    now += (7200 - 300) * 1000 - 1;
    expect(await get()).toBe('token-1');
    now += 1;
    expect(await get()).toBe('token-2');
  });

  it('is fetched anew once the platform refused it', async () => {
    await get();
    token.forget();
    expect(await get()).toBe('token-2');
  });

  it('whose secret is wrong is an operator’s, though 40001 elsewhere means a stale token', async () => {
    refusal = { errcode: 40001, errmsg: 'invalid credential' };
    const refused = await get().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OperatorNeeded);
    expect((refused as OperatorNeeded).words).toContain('AppSecret');
  });

  it('is asked for again after a refusal: nothing of it is kept', async () => {
    refusal = { errcode: 40164, errmsg: 'invalid ip' };
    await expect(get()).rejects.toBeInstanceOf(OperatorNeeded);
    refusal = null;
    expect(await get()).toBe('token-2');
  });
});
