import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PostingDoc, Standing } from './board.documents.ts';
import { dateInChina } from './china.date.ts';
import { checkAddress } from './board.rendition.ts';
import type { CheckParts } from './check.routes.ts';
import { taskOf, taskWords } from './posting.task.ts';
import { readQr } from './qr.reader.ts';
import { sheetsPage, staffScript } from './sheets.page.ts';
import { photoQuery, postingReport, readCheckAddress } from './staff.requests.ts';

const photoMost = 12 * 1024 * 1024;
const denied = '需要张贴人员口令';

/** What the people who print and post need: the list, and a place to report. Reading is free, reports need the token. */
export function mountStaffRoutes(http: FastifyInstance, { settings, clock, boards }: CheckParts): void {
  const board = (id: string) => settings.BOARDS.find((b) => b.id === id);
  const listed = async () => {
    const standings = await boards.newest();
    return Promise.all(standings.map(async (standing) => ({ standing, tasks: tasksFor(standing, await boards.postingsOf(standing._id)) })));
  };
  const tasksFor = (standing: Standing, hanging: readonly PostingDoc[]) => settings.BOARDS.map((b) => {
    const posting = hanging.find((p) => p.board === b.id) ?? null;
    const task = taskOf(standing, posting, dateInChina(clock()));
    return { board: b.id, boardTitle: b.title, paper: b.paper, do: task, words: taskWords[task], hangs: posting?.state === 'posted' ? posting.edition : null, proof: posting?.proof ?? null, at: posting?.at ?? null };
  });

  http.get('/', (_request, reply) => reply.redirect('/sheets'));
  http.get('/sheets', async (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(sheetsPage(await listed(), settings.BOARDS)));
  http.get('/sheets/staff.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(staffScript));
  http.get('/sheets.json', async () => ({
    sheets: (await listed()).map(({ standing, tasks }) => ({
      publication: standing._id, edition: standing.edition, state: standing.state, title: standing.title, issuer: standing.issuer, words: standing.words,
      scan: checkAddress(settings.PUBLIC_URL, standing._id, standing.edition),
      papers: standing.papers.map(({ paper, sha256, cut }) => ({ paper, sha256, cut, url: `/sheets/${standing._id}-${paper}.pdf` })), tasks,
    })),
  }));

  http.post('/postings', async (request, reply) => {
    if (!trusted(request, settings.BOARD_STAFF_TOKEN)) return reply.code(401).send({ words: denied });
    const told = postingReport.safeParse(request.body);
    if (!told.success || board(told.data.board) === undefined) return reply.code(400).send({ words: '回执不完整，或公示栏没有登记' });
    const standing = await boards.standing(told.data.publication);
    if (standing === null || told.data.edition > standing.edition) return reply.code(404).send({ words: '没有这张公示单' });
    await boards.posted({ ...told.data, at: clock().toISOString(), proof: 'word' });
    return { words: told.data.state === 'posted' ? '已登记张贴' : '已登记撤榜' };
  });

  http.addContentTypeParser(['image/jpeg', 'image/png'], { parseAs: 'buffer', bodyLimit: photoMost }, (_request, body, done) => done(null, body));
  http.post('/postings/photo', { bodyLimit: photoMost }, async (request, reply) => {
    if (!trusted(request, settings.BOARD_STAFF_TOKEN)) return reply.code(401).send({ words: denied });
    const asked = photoQuery.safeParse(request.query);
    const at = asked.success ? board(asked.data.board) : undefined;
    if (at === undefined || !Buffer.isBuffer(request.body)) return reply.code(400).send({ words: '请选择公示栏，并上传 JPEG 或 PNG 照片' });
    const codes = await readQr(request.body);
    const ours = codes.map((text) => readCheckAddress(text, settings.PUBLIC_URL)).filter((code) => code !== null);
    if (ours.length === 0) return reply.code(422).send({ words: codes.length === 0 ? '照片里没有认出二维码，请靠近、正对公示单重拍' : '照片里的二维码不是本系统的，请当心伪造' });
    const said: string[] = [];
    for (const { publication, edition } of ours) {
      const standing = await boards.standing(publication);
      if (standing === null || edition > standing.edition) said.push(`${publication} 第${edition}版：系统里没有，请当心伪造`);
      else {
        await boards.posted({ publication, board: at.id, edition, state: 'posted', at: clock().toISOString(), proof: 'photo' });
        const holds = standing.state === 'in-force' && edition === standing.edition;
        said.push(`《${standing.title}》第${edition}版：已核验张贴于${at.title}${holds ? '' : standing.state === 'withdrawn' ? '，但本件已撤回，请撤榜' : `，但现行的是第${standing.edition}版，请撤旧贴新`}`);
      }
    }
    return { words: said.join('；') };
  });
}

function trusted(request: FastifyRequest, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
