import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Exchange } from './recorded.answer.ts';

/**
 * Answers a far end's calls as they were recorded, over HTTP, instead of the twin; what was not recorded goes
 * through to the twin.
 */
export class AnswerPlayer {
  private waiting: Exchange[] = [];

  /** Each exchange is played once, in order. */
  play(exchanges: readonly Exchange[]): void {
    this.waiting = [...exchanges];
  }

  /** Ends it. @returns what nobody asked for */
  stop(): readonly Exchange[] {
    const left = this.waiting;
    this.waiting = [];
    return left;
  }

  /** Must come before the far end's own routes begin to listen. */
  mount(http: FastifyInstance): void {
    http.addHook('onRequest', async (request, reply) => {
      const found = this.waiting.findIndex(({ asked }) => isAsked(asked, request));
      const [exchange] = found < 0 ? [] : this.waiting.splice(found, 1);
      if (exchange === undefined) return;
      for await (const chunk of request.raw) void chunk;
      const { status, headers, body } = exchange.answered;
      return reply.code(status).headers(headers).send(Buffer.from(body));
    });
  }
}

function isAsked(asked: Exchange['asked'], request: FastifyRequest): boolean {
  const [path] = request.url.split('?');
  const headers = Object.entries(asked.headers ?? {});
  return (
    request.method === asked.method &&
    path === asked.path &&
    headers.every(([name, value]) => request.headers[name.toLowerCase()] === value)
  );
}
