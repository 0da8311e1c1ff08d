import type { TakeFault } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { failed } from './failure.ts';

const credentials = z.object({ appid: z.string(), secret: z.string() });

/**
 * Gives out the token of an account; every other call needs one, and is answered with HTTP 200 and errcode like all errors
 * of the platform.
 */
export function mountToken(http: FastifyInstance, accounts: Accounts, fault: TakeFault): void {
  http.post('/cgi-bin/stable_token', (request) => {
    const asked = credentials.safeParse(request.body);
    if (fault('deny') !== null)
      return failed(40164, 'invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist');
    const account = asked.success ? accounts.byAppId(asked.data.appid) : null;
    if (account === null) return failed(40013, 'invalid appid');
    if (asked.data?.secret !== account.secret) return failed(40001, 'invalid credential');
    return { access_token: account.token, expires_in: 7200 };
  });
  http.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/cgi-bin/') || request.url.startsWith('/cgi-bin/stable_token')) return;
    if (accounts.byToken((request.query as { readonly access_token?: string }).access_token) === null)
      return reply.send(failed(40001, 'invalid credential, access_token is invalid or not latest'));
    if (fault('deny') !== null) return reply.send(failed(48001, 'api unauthorized'));
  });
}
