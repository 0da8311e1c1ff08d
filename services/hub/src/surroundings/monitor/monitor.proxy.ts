import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf, type Refusals } from '../../http/refusal.trail.ts';
import { csrfHeader, sessionCookie } from '../../http/credentials.ts';
import { describeProblem, ProblemError, type ProblemDetails } from '../../http/problem.ts';
import { may } from '../../access/permissions.ts';
import { admit, refuseUnready, SessionsService, type Session } from '../../access/people/sessions.service.ts';
import { deliveryPermissions } from './monitor.steps.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';

interface Proxied extends FastifyRequest {
  session?: Session;
}

/**
 * `/api/v1/monitor/*` is the monitor's `/v1/*`, for people who are signed in. The monitor itself knows only
 * the hub.
 */
export async function mountMonitorProxy(
  http: FastifyInstance,
  sessions: SessionsService,
  settings: HubSettings,
  refusals: Refusals,
): Promise<void> {
  await http.register(httpProxy, {
    upstream: settings.MONITOR_URL,
    prefix: '/api/v1/monitor',
    rewritePrefix: '/v1',
    // the framework has parsed the body already; it is sent on as JSON
    proxyPayloads: false,
    httpMethods: ['GET', 'POST'],
    // a live stream is silent for as long as nothing happens
    undici: { bodyTimeout: 0, headersTimeout: 30_000 },
    preHandler: async (request: Proxied, reply) => {
      try {
        await letIn(request, sessions);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const refusal = refusalOf(request, error.details);
        if (refusal !== null) await refusals.note(refusal);
        return answer(reply, error.details);
      }
    },
    replyOptions: {
      rewriteRequestHeaders: (request, { cookie: _cookie, [csrfHeader]: _csrf, ...headers }) => ({
        ...headers,
        authorization: `Bearer ${settings.MONITOR_TOKEN}`,
        'x-towncrier-person': encodeURIComponent((request as Proxied).session?.person.name ?? ''),
      }),
      onError: (reply) => {
        answer(
          reply as FastifyReply,
          describeProblem(503, 'monitor-unavailable', '投递台账暂时不可用，不影响已发布的内容；请稍后再试'),
        );
      },
    },
  });
}

async function letIn(request: Proxied, sessions: SessionsService): Promise<void> {
  const csrf = request.headers[csrfHeader];
  const known = await sessions.find(request.cookies[sessionCookie]);
  if (known !== null) request.session = known;
  const session = admit(known, request.method, typeof csrf === 'string' ? csrf : undefined);
  refuseUnready(session);
  if (request.method !== 'GET' && !may(session.person, deliveryPermissions, 'retry', 'Delivery')) {
    throw new ProblemError(403, 'forbidden', '只有渠道运维人员可以重试投递；请联系渠道运维');
  }
}

function answer(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  return reply
    .status(details.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(details));
}
