import type { FastifyInstance } from 'fastify';
import type { Accounts } from './accounts.ts';
import { articlePage } from './wall.ts';

/** What a reader opens: articles and their pictures. */
export function mountReader(http: FastifyInstance, accounts: Accounts): void {
  http.get('/mmbiz/:id', async (request, reply) => {
    const { id } = request.params as { readonly id: string };
    const images = accounts.all.flatMap(({ store }) => store.images.items);
    const found = images.find((image) => image.id === id);
    return found === undefined
      ? reply.code(404).send()
      : reply.type('image/jpeg').send(Buffer.from(found.data, 'base64'));
  });
  http.get('/s/:id', async (request, reply) => {
    const found = accounts.article((request.params as { id: string }).id);
    const shown = found?.ready === true && found.visible ? found : null;
    return reply
      .code(shown === null ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(articlePage(shown));
  });
}
