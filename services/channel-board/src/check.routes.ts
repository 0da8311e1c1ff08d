import { publicationId } from '@towncrier/contracts';
import { dateInChina, endingWords } from '@towncrier/content';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { checkPage } from './check.page.ts';
import { fingerprint } from './fingerprint.ts';
import { sheetAddress } from './board.rendition.ts';
import type { Board, BoardPlaces } from './board.places.ts';
import type { BoardStore } from './board.store.ts';
import type { BoardSettings } from './settings.ts';
import { verdictOn, type Scan, type Verdict } from './verdict.ts';

export interface CheckParts {
  readonly settings: BoardSettings;
  readonly clock: () => Date;
  readonly boards: BoardStore;
  readonly places: BoardPlaces;
}

const scan = z.object({
  e: z.coerce.number().int().min(1).max(100_000).optional(),
  b: z.string().max(40).optional(),
});
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The pages behind the codes: `/q/<publication>?e=<edition>&b=<board>` for people, `.json` for machines.
 * Letters may come in either case. And the sheets to print.
 */
export function mountCheckPages(http: FastifyInstance, parts: CheckParts): void {
  mountVerdicts(http, parts);
  mountSheets(http, parts);
}

function mountVerdicts(http: FastifyInstance, { settings, clock, boards, places }: CheckParts): void {
  const office = { host: new URL(settings.PUBLIC_URL).host, telephone: settings.BOARD_TELEPHONE };
  const judge = async (code: string, query: unknown): Promise<Verdict> => {
    const id = publicationId.safeParse(code.toUpperCase());
    const asked = scan.safeParse(query);
    const said: Scan = { edition: asked.data?.e ?? null, board: asked.data?.b ?? null };
    const standing = id.success && asked.success ? await boards.standing(id.data) : null;
    const board = said.board === null ? null : await boardNamed(places, said.board);
    const named = { ...said, board: board?.id ?? said.board };
    return verdictOn(standing, named, board === null ? [] : [board], dateInChina(clock()));
  };
  http.get('/q/:code', async (request, reply) => {
    const { code } = request.params as { code: string };
    const verdict = await judge(code.replace(/\.json$/, ''), request.query);
    void reply
      .code(verdict.state === 'unknown' ? 404 : 200)
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer');
    if (code.endsWith('.json')) return reply.send(asJson(verdict));
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(checkPage(verdict, office));
  });
}

/** People type small letters. */
const boardNamed = async (places: BoardPlaces, id: string): Promise<Board | null> =>
  (await places.board(id)) ?? places.board(id.toUpperCase());

function mountSheets(http: FastifyInstance, { boards }: CheckParts): void {
  const refused = (reply: FastifyReply, code: 404 | 410, words: string): FastifyReply =>
    reply.code(code).type('text/plain; charset=utf-8').send(words);
  http.get('/sheets/:file', async (request, reply) => {
    const { file } = request.params as { file: string };
    const [, publication = '', paper = ''] = /^([0-9A-Z]{8})-(A3|A4)\.pdf$/.exec(file) ?? [];
    const standing = publication === '' ? null : await boards.standing(publication);
    if (standing === null) return refused(reply, 404, '没有这张公示单');
    // Nobody should print what no longer holds.
    if (standing.state === 'withdrawn')
      return refused(reply, 410, `本件${endingWords(standing.withdrawal?.act).done}，不再提供打印`);
    const pdf = await boards.sheet(publication, standing.edition, paper);
    if (pdf === null) return refused(reply, 404, '没有这种纸张的公示单');
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-cache')
      .header('content-disposition', `inline; filename="${publication}-${standing.edition}-${paper}.pdf"`)
      .send(pdf);
  });
}

function asJson(verdict: Verdict): object {
  const { state, headline, notes } = verdict;
  if (verdict.state === 'unknown') return { state, headline, notes };
  const { _id, edition, title, issuer, page, contentHash, papers, withdrawal, earlier } = verdict.standing;
  return {
    state,
    headline,
    notes,
    publication: _id,
    edition,
    title,
    issuer,
    page,
    contentHash,
    fingerprint: fingerprint(contentHash),
    withdrawal,
    editions: [...earlier.map((e) => e.edition), edition],
    papers:
      verdict.standing.state === 'withdrawn'
        ? []
        : papers.map(({ paper, sha256, cut, sheets = 1 }) => ({
            paper,
            sha256,
            cut,
            sheets,
            url: sheetAddress(_id, paper),
          })),
  };
}
