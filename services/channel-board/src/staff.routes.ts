import { sameSecret } from '@towncrier/secrets';
import { dateInChina } from '@towncrier/content';
import { browserFile } from '@towncrier/pages';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkAddress, sheetAddress } from './board.rendition.ts';
import type { CheckParts } from './check.routes.ts';
import { tasksFor } from './posting.task.ts';
import { sheetsPage, type ListedSheet } from './sheets.page.ts';
import { postingReport } from './staff.requests.ts';

export const denied = '需要张贴人员口令';

/**
 * What the people who print and post need: the list, and a place to report. Reading is free, reports need the
 * token.
 */
export function mountStaffRoutes(http: FastifyInstance, parts: CheckParts): void {
  mountLists(http, parts);
  mountReports(http, parts);
}

function mountLists(http: FastifyInstance, { settings, clock, boards, places }: CheckParts): void {
  const listed = async (): Promise<readonly ListedSheet[]> => {
    const today = dateInChina(clock());
    return Promise.all(
      (await boards.newest()).map(async (standing) => {
        const hanging = await boards.postingsOf(standing._id);
        return { standing, tasks: tasksFor(standing, await places.of(standing, hanging), hanging, today) };
      }),
    );
  };
  http.get('/', (_request, reply) => reply.redirect('/sheets'));
  http.get('/sheets', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(sheetsPage(await listed(), await places.all())),
  );
  http.get('/sheets/staff.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(browserFile(import.meta.url, 'staff.js')),
  );
  http.get('/sheets.json', async () => ({
    sheets: (await listed()).map((sheet) => asJson(sheet, settings.PUBLIC_URL)),
  }));
}

function asJson({ standing, tasks }: ListedSheet, publicUrl: string): object {
  const { _id, edition, state, title, issuer, words } = standing;
  return {
    publication: _id,
    edition,
    state,
    title,
    issuer,
    words,
    scan: checkAddress(publicUrl, _id, edition),
    papers: standing.papers.map(({ paper, sha256, cut, sheets = 1 }) => ({
      paper,
      sha256,
      cut,
      sheets,
      url: sheetAddress(_id, paper),
    })),
    tasks,
  };
}

function mountReports(http: FastifyInstance, { settings, clock, boards, places }: CheckParts): void {
  http.post('/postings', async (request, reply) => {
    if (!trusted(request, settings.BOARD_STAFF_TOKEN)) return reply.code(401).send({ words: denied });
    const told = postingReport.safeParse(request.body);
    if (!told.success || (await places.board(told.data.board)) === null)
      return reply.code(400).send({ words: '回执不完整，或公示栏没有登记' });
    const standing = await boards.standing(told.data.publication);
    if (standing === null || told.data.edition > standing.edition)
      return reply.code(404).send({ words: '没有这张公示单' });
    await boards.posted({ ...told.data, at: clock().toISOString(), proof: 'word' });
    return { words: told.data.state === 'posted' ? '已登记张贴' : '已登记撤榜' };
  });
}

export function trusted(request: FastifyRequest, token: string): boolean {
  return sameSecret(request.headers.authorization ?? '', `Bearer ${token}`);
}
