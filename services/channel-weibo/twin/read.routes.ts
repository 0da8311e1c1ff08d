import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Account, Accounts } from './accounts.ts';
import { refuse, unknownToken } from './refusal.ts';
import { asStatus } from './status.ts';
import { statusPage } from './wall.ts';

const pages = z.object({
  count: z.coerce.number().min(1).max(100).default(20),
  page: z.coerce.number().min(1).default(1),
});

/** What the API and the public read, and the one thing a person does in the app: deleting. */
export function mountReading(http: FastifyInstance, accounts: Accounts, url: string): void {
  const caller = ({ query }: FastifyRequest): Account | null =>
    accounts.byToken((query as { readonly access_token?: string }).access_token);
  http.get('/2/statuses/show.json', async (request, reply) => {
    if (caller(request) === null) return refuse(request, reply, unknownToken);
    const found = accounts.find((request.query as { id?: string }).id);
    return found === null
      ? refuse(request, reply, [400, 20101, 'target weibo does not exist!'])
      : asStatus(found, url);
  });
  http.get('/2/statuses/user_timeline.json', async (request, reply) => {
    const account = caller(request);
    if (account === null) return refuse(request, reply, unknownToken);
    const { count, page } = pages.parse(request.query);
    const all = account.store.public();
    return {
      statuses: all
        .slice((page - 1) * count, page * count)
        .map((status) => asStatus({ account, status }, url)),
      total_number: all.length,
    };
  });
  // There is no call of the API for it.
  http.post('/app/delete/:id', async (request, reply) => {
    const { id } = request.params as { readonly id: string };
    await accounts.find(id)?.account.store.remove(id);
    return reply.code(204).send();
  });
  http.get('/large/:name', async (request, reply) => {
    const { name } = request.params as { readonly name: string };
    const kept = await Promise.all(accounts.all.map(({ store }) => store.picture(name)));
    const found = kept.find((bytes) => bytes !== null);
    return found === undefined ? reply.code(404).send() : reply.type('image/jpeg').send(found);
  });
  http.get('/:user/:id', async (request, reply) => {
    const found = accounts.find((request.params as { id: string }).id);
    return reply
      .code(found === null ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(statusPage(found));
  });
}
