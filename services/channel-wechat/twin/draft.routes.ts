import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { article, refusal } from './article.ts';
import { failed } from './failure.ts';

const added = z.object({ articles: z.tuple([article], article) });
const asked = z.object({ media_id: z.string() });

/** Pictures of the text and drafts. `url`: the twin's own address. */
export function mountDrafts(http: FastifyInstance, accounts: Accounts, url: string): void {
  http.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  http.post('/cgi-bin/media/uploadimg', async (request, reply) => {
    const id = await accounts.of(request).store.keepImage(request.body as Buffer);
    return reply.type('text/plain').send(JSON.stringify({ url: `${url}/mmbiz/${id}` }));
  });
  http.post('/cgi-bin/draft/add', async (request) => {
    const { store } = accounts.of(request);
    const [first] = added.parse(request.body).articles;
    const refused = refusal(
      first,
      store.materials.items.map((m) => m.mediaId),
    );
    if (refused !== null) return refused;
    const id = `draft-${randomUUID()}`;
    await store.drafts.add({ id, article: first });
    return { media_id: id };
  });
  http.post('/cgi-bin/draft/get', (request) => {
    const { media_id } = asked.parse(request.body);
    const found = accounts.of(request).store.drafts.items.find((d) => d.id === media_id);
    return found === undefined ? failed(40007, 'invalid media_id') : { news_item: [found.article] };
  });
}
