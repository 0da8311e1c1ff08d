import { randomUUID } from 'node:crypto';
import type { TakeFault } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { failed } from './failure.ts';

const appId = 'wx0123456789abcdef';
const secret = 'twin-secret-of-wechat';
const credentials = z.object({ appid: z.string(), secret: z.string() });

/**
 * Gives out the token; every other call needs it, and is answered with HTTP 200 and errcode like all errors
 * of the platform.
 */
export function mountToken(http: FastifyInstance, fault: TakeFault): void {
  const token = `twin-token-${randomUUID()}`;

  http.post('/cgi-bin/stable_token', (request) => {
    const asked = credentials.safeParse(request.body);
    if (fault('deny') !== null)
      return failed(40164, 'invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist');
    if (!asked.success || asked.data.appid !== appId) return failed(40013, 'invalid appid');
    if (asked.data.secret !== secret) return failed(40001, 'invalid credential');
    return { access_token: token, expires_in: 7200 };
  });
  http.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/cgi-bin/') || request.url.startsWith('/cgi-bin/stable_token')) return;
    if ((request.query as { access_token?: string }).access_token !== token)
      return reply.send(failed(40001, 'invalid credential, access_token is invalid or not latest'));
    if (fault('deny') !== null) return reply.send(failed(48001, 'api unauthorized'));
  });
}
