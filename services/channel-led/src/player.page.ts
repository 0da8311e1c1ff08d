import { escapeHtml } from '@towncrier/content';
import { browserFile, markup } from '@towncrier/pages';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Screen, ScreenTurn } from './screen.turn.ts';

const policy = [
  "default-src 'none'",
  "img-src 'self' blob:",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'unsafe-inline'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The player as a page: open it on any box with a browser (HTTPS or localhost, because it verifies what it
 * shows) and choose a screen.
 */
export function mountPlayerPage(http: FastifyInstance, turn: Pick<ScreenTurn, 'all'>): void {
  const script = (reply: FastifyReply, name: string): FastifyReply =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(browserFile(import.meta.url, name));

  http.get('/player', (_request, reply) => reply.redirect('/player/', 308));
  http.get('/player/', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .send(playerPage(await turn.all())),
  );
  http.get('/player/player.js', (_request, reply) => script(reply, 'player.js'));
  http.get('/player/sw.js', (_request, reply) => script(reply, 'worker.js'));
}

/** The program finds its parts by their ids (browser/stage.ts). */
function playerPage(screens: readonly Screen[]): string {
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>电子屏播放器</title>
      <style>${browserFile(import.meta.url, 'player.css')}</style>
    </head>
    <body>
      <main id="pick" hidden>
        <h1>选择电子屏</h1>
        ${screens.map(choice)}
      </main>
      <div id="stage" hidden><img id="page" alt=""></div>
      <div id="words" role="status" hidden></div>
      <div id="state"></div>
      <script defer src="/player/player.js"></script>
    </body>
    </html>
  `;
}

const choice = ({ id, title, shape: { width, height } }: Screen): string => markup`
  <a href="?screen=${id}">${escapeHtml(title)}<br><small>${id} · ${width}×${height}</small></a>
`;
