import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refuse } from './refusal.ts';
import { asStatus } from './status.ts';
import type { StatusStore } from './status.store.ts';
import { statusPage } from './wall.ts';

const pages = z.object({
  count: z.coerce.number().min(1).max(100).default(20),
  page: z.coerce.number().min(1).default(1),
});

/** What the API and the public read, and the one thing a person does in the app: deleting. */
export function mountReading(http: FastifyInstance, store: StatusStore): void {
  http.get('/2/statuses/show.json', async (request, reply) => {
    const found = store.find((request.query as { id?: string }).id);
    return found === undefined
      ? refuse(request, reply, [400, 20101, 'target weibo does not exist!'])
      : asStatus(found);
  });
  http.get('/2/statuses/user_timeline.json', (request) => {
    const { count, page } = pages.parse(request.query);
    const all = store.public();
    return {
      statuses: all.slice((page - 1) * count, page * count).map(asStatus),
      total_number: all.length,
    };
  });
  // There is no call of the API for it.
  http.post('/app/delete/:id', async (request, reply) => {
    await store.remove((request.params as { id: string }).id);
    return reply.code(204).send();
  });
  http.get('/:user/:id', async (request, reply) => {
    const found = store.find((request.params as { id: string }).id);
    return reply
      .code(found === undefined ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(statusPage(found ?? null));
  });
}
