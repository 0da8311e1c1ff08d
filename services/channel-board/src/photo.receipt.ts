import { readQr } from '@towncrier/media';
import type { FastifyInstance } from 'fastify';
import type { Standing } from './board.documents.ts';
import type { BoardStore } from './board.store.ts';
import type { CheckParts } from './check.routes.ts';
import type { Board } from './board.places.ts';
import { photoQuery, readCheckAddress, type ReadCode } from './staff.requests.ts';
import { denied, trusted } from './staff.routes.ts';

const photoMost = 12 * 1024 * 1024;

/**
 * A photo of the posted sheet as proof: every code of ours in it is entered for that board, whatever edition
 * it shows.
 */
export function mountPhotoReceipt(
  http: FastifyInstance,
  { settings, clock, boards, places }: CheckParts,
): void {
  http.addContentTypeParser(
    ['image/jpeg', 'image/png'],
    { parseAs: 'buffer', bodyLimit: photoMost },
    (_request, body, done) => done(null, body),
  );
  http.post('/postings/photo', { bodyLimit: photoMost }, async (request, reply) => {
    if (!trusted(request, settings.BOARD_STAFF_TOKEN)) return reply.code(401).send({ words: denied });
    const asked = photoQuery.safeParse(request.query);
    const board = asked.success ? await places.board(asked.data.board) : null;
    if (board === null || !Buffer.isBuffer(request.body))
      return reply.code(400).send({ words: '请选择公示栏，并上传 JPEG 或 PNG 照片' });
    // every sheet of several carries the same code
    const codes = [...new Set(await readQr(request.body))];
    const ours = codes
      .map((text) => readCheckAddress(text, settings.PUBLIC_URL))
      .filter((code) => code !== null);
    if (ours.length === 0) return reply.code(422).send({ words: codes.length === 0 ? noCode : foreignCode });
    const said: string[] = [];
    for (const code of ours) said.push(await entered(code, board, boards, clock().toISOString()));
    return { words: said.join('；') };
  });
}

const noCode = '照片里没有认出二维码，请靠近、正对公示单重拍';
const foreignCode = '照片里的二维码不是本系统的，请当心伪造';

/** @param at instant, ISO 8601 @returns what to tell the person who took the photo */
async function entered(code: ReadCode, board: Board, boards: BoardStore, at: string): Promise<string> {
  const { publication, edition } = code;
  const standing = await boards.standing(publication);
  if (standing === null || edition > standing.edition)
    return `${publication} 第${edition}版：系统里没有，请当心伪造`;
  await boards.posted({ publication, board: board.id, edition, state: 'posted', at, proof: 'photo' });
  return receiptWords(standing, edition, board);
}

function receiptWords(standing: Standing, edition: number, board: Board): string {
  const { sheets = 1 } = standing.papers.find(({ paper }) => paper === board.paper) ?? {};
  const all = sheets > 1 && edition === standing.edition ? `，共${sheets}张，请核对各张齐全` : '';
  const posted = `《${standing.title}》第${edition}版：已核验张贴于${board.title}${all}`;
  if (standing.state === 'withdrawn') return `${posted}，但本件已撤回，请撤榜`;
  return edition === standing.edition ? posted : `${posted}，但现行的是第${standing.edition}版，请撤旧贴新`;
}
