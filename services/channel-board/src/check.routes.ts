import { publicationId } from '@towncrier/contracts';
import { dateInChina, endingWords } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { checkPage } from './check.page.ts';
import { fingerprint } from './fingerprint.ts';
import type { BoardStore } from './board.store.ts';
import type { BoardSettings } from './settings.ts';
import { verdictOn, type Scan, type Verdict } from './verdict.ts';

export interface CheckParts {
  readonly settings: BoardSettings;
  readonly clock: () => Date;
  readonly boards: BoardStore;
}

const scan = z.object({
  e: z.coerce.number().int().min(1).max(100_000).optional(),
  b: z.string().max(12).optional(),
});
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The pages behind the codes: `/q/<publication>?e=<edition>&b=<board>` for people, `.json` for machines.
 * Letters may come in either case.
 */
export function mountCheckPages(http: FastifyInstance, { settings, clock, boards }: CheckParts): void {
  const judge = async (code: string, query: unknown): Promise<Verdict> => {
    const id = publicationId.safeParse(code.toUpperCase());
    const asked = scan.safeParse(query);
    const said: Scan = { edition: asked.data?.e ?? null, board: asked.data?.b?.toUpperCase() ?? null };
    const standing = id.success && asked.success ? await boards.standing(id.data) : null;
    return verdictOn(standing, said, settings.BOARDS, dateInChina(clock()));
  };

  http.get('/q/:code', async (request, reply) => {
    const { code } = request.params as { code: string };
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (code.endsWith('.json')) {
      const verdict = await judge(code.slice(0, -'.json'.length), request.query);
      return reply.code(verdict.state === 'unknown' ? 404 : 200).send(asJson(verdict));
    }
    const verdict = await judge(code, request.query);
    return reply
      .code(verdict.state === 'unknown' ? 404 : 200)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(
        checkPage(verdict, { host: new URL(settings.PUBLIC_URL).host, telephone: settings.BOARD_TELEPHONE }),
      );
  });

  http.get('/sheets/:file', async (request, reply) => {
    const named = /^([0-9A-Z]{8})-(A3|A4)\.pdf$/.exec((request.params as { file: string }).file);
    const standing = named === null ? null : await boards.standing(named[1] as string);
    if (named === null || standing === null)
      return reply.code(404).type('text/plain; charset=utf-8').send('没有这张公示单');
    // Nobody should print what no longer holds.
    if (standing.state === 'withdrawn')
      return reply
        .code(410)
        .type('text/plain; charset=utf-8')
        .send(`本件${endingWords(standing.withdrawal?.act).done}，不再提供打印`);
    const pdf = await boards.sheet(standing._id, standing.edition, named[2] as string);
    if (pdf === null) return reply.code(404).type('text/plain; charset=utf-8').send('没有这种纸张的公示单');
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-cache')
      .header('content-disposition', `inline; filename="${named[1]}-${standing.edition}-${named[2]}.pdf"`)
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
        : papers.map(({ paper, sha256, cut }) => ({
            paper,
            sha256,
            cut,
            url: `/sheets/${_id}-${paper}.pdf`,
          })),
  };
}
