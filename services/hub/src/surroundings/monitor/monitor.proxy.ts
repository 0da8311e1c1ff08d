import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf, type Refusals } from '../../http/refusal.trail.ts';
import { csrfHeader, sessionCookie } from '../../http/credentials.ts';
import { describeProblem, ProblemError, type ProblemDetails } from '../../http/problem.ts';
import { admit, refuseUnready, SessionsService, type Session } from '../../access/people/sessions.service.ts';
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
    // the framework has a parser for bodies already
    proxyPayloads: false,
    // what changes something goes through the hub, which writes it down: `surroundings/operations`
    httpMethods: ['GET'],
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
      rewriteRequestHeaders: (_request, { cookie: _cookie, [csrfHeader]: _csrf, ...headers }) => ({
        ...headers,
        authorization: `Bearer ${settings.MONITOR_TOKEN}`,
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
  refuseUnready(admit(known, request.method, typeof csrf === 'string' ? csrf : undefined));
}

function answer(reply: FastifyReply, details: ProblemDetails): FastifyReply {
  return reply
    .status(details.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(details));
}
