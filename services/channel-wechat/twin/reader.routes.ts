import type { FastifyInstance } from 'fastify';
import type { AccountStore } from './account.store.ts';
import { articlePage } from './wall.ts';

/** What a reader opens: articles and their pictures. */
export function mountReader(http: FastifyInstance, store: AccountStore): void {
  http.get('/mmbiz/:id', async (request, reply) => {
    const found = store.images.items.find((i) => i.id === (request.params as { id: string }).id);
    return found === undefined
      ? reply.code(404).send()
      : reply.type('image/jpeg').send(Buffer.from(found.data, 'base64'));
  });
  http.get('/s/:id', async (request, reply) => {
    const found = store.article((request.params as { id: string }).id);
    const shown = found?.ready === true && found.visible ? found : null;
    return reply
      .code(shown === null ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(articlePage(shown));
  });
}
