import { dateInChina } from '@towncrier/content';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PostingDoc, Standing } from './board.documents.ts';
import { checkAddress } from './board.rendition.ts';
import type { CheckParts } from './check.routes.ts';
import { taskOf, taskWords } from './posting.task.ts';
import { sheetsPage, staffScript } from './sheets.page.ts';
import { postingReport } from './staff.requests.ts';

export const denied = '需要张贴人员口令';

/**
 * What the people who print and post need: the list, and a place to report. Reading is free, reports need the
 * token.
 */
export function mountStaffRoutes(http: FastifyInstance, { settings, clock, boards }: CheckParts): void {
  const board = (id: string) => settings.BOARDS.find((b) => b.id === id);
  const listed = async () => {
    const standings = await boards.newest();
    return Promise.all(
      standings.map(async (standing) => ({
        standing,
        tasks: tasksFor(standing, await boards.postingsOf(standing._id)),
      })),
    );
  };
  const tasksFor = (standing: Standing, hanging: readonly PostingDoc[]) =>
    settings.BOARDS.map((b) => {
      const posting = hanging.find((p) => p.board === b.id) ?? null;
      const task = taskOf(standing, posting, dateInChina(clock()));
      return {
        board: b.id,
        boardTitle: b.title,
        paper: b.paper,
        do: task,
        words: taskWords[task],
        hangs: posting?.state === 'posted' ? posting.edition : null,
        proof: posting?.proof ?? null,
        at: posting?.at ?? null,
      };
    });

  http.get('/', (_request, reply) => reply.redirect('/sheets'));
  http.get('/sheets', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(sheetsPage(await listed(), settings.BOARDS)),
  );
  http.get('/sheets/staff.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(staffScript),
  );
  http.get('/sheets.json', async () => ({
    sheets: (await listed()).map(({ standing, tasks }) => ({
      publication: standing._id,
      edition: standing.edition,
      state: standing.state,
      title: standing.title,
      issuer: standing.issuer,
      words: standing.words,
      scan: checkAddress(settings.PUBLIC_URL, standing._id, standing.edition),
      papers: standing.papers.map(({ paper, sha256, cut }) => ({
        paper,
        sha256,
        cut,
        url: `/sheets/${standing._id}-${paper}.pdf`,
      })),
      tasks,
    })),
  }));

  http.post('/postings', async (request, reply) => {
    if (!trusted(request, settings.BOARD_STAFF_TOKEN)) return reply.code(401).send({ words: denied });
    const told = postingReport.safeParse(request.body);
    if (!told.success || board(told.data.board) === undefined)
      return reply.code(400).send({ words: '回执不完整，或公示栏没有登记' });
    const standing = await boards.standing(told.data.publication);
    if (standing === null || told.data.edition > standing.edition)
      return reply.code(404).send({ words: '没有这张公示单' });
    await boards.posted({ ...told.data, at: clock().toISOString(), proof: 'word' });
    return { words: told.data.state === 'posted' ? '已登记张贴' : '已登记撤榜' };
  });
}

/** Compared as digests, so that neither length nor time tells anything about the token. */
export function trusted(request: FastifyRequest, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
