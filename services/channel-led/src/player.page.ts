import { escapeHtml } from '@towncrier/content';
import type { FastifyInstance } from 'fastify';
import { playerScript, serviceWorkerScript } from './player.script.ts';
import type { Screen } from './settings.ts';

const policy =
  "default-src 'none'; img-src 'self' blob:; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; worker-src 'self'; base-uri 'none'; form-action 'none'";
const style = `
*{box-sizing:border-box}html,body{margin:0;height:100%;background:#000;color:#e8edf4;font:18px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
#stage{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;isolation:isolate}
#stage[hidden],#pick[hidden],#words[hidden]{display:none}
#page{max-width:100%;max-height:100%;width:100%;height:100%;object-fit:contain}
#stage.strip{background:#000}
#stage.strip #page{image-rendering:pixelated}
#stage.strip::after{content:"";position:absolute;inset:0;background:#ff4526;mix-blend-mode:multiply;pointer-events:none}
#words{position:fixed;inset:0;display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:center;padding:5vmin;font-size:5vmin}
#state{position:fixed;right:8px;top:1.5vh;font-size:13px;color:#7d8896}
#pick{max-width:640px;margin:0 auto;padding:32px 20px}#pick a{display:block;padding:16px 20px;margin:12px 0;border-radius:10px;background:#16283f;color:inherit;text-decoration:none}#pick small{color:#9db0c7}`;

/**
 * The player as a page: open it on any box with a browser (HTTPS or localhost, because it verifies what it
 * shows) and choose a screen.
 */
export function mountPlayerPage(http: FastifyInstance, screens: readonly Screen[]): void {
  const choices = screens
    .map(
      ({ id, title, width, height }) =>
        `<a href="?screen=${id}">${escapeHtml(title)}<br><small>${id} · ${width}×${height}</small></a>`,
    )
    .join('');
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>电子屏播放器</title><style>${style}</style></head>
<body><main id="pick" hidden><h1>选择电子屏</h1>${choices}</main><div id="stage" hidden><img id="page" alt=""></div><div id="words" role="status" hidden></div><div id="state"></div><script type="module" src="/player/player.js"></script></body></html>`;

  http.get('/player', (_request, reply) => reply.redirect('/player/', 308));
  http.get('/player/', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .send(html),
  );
  http.get('/player/player.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(playerScript),
  );
  http.get('/player/sw.js', (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(serviceWorkerScript),
  );
}
