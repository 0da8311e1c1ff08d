import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../http/problem.ts';
import { ConsoleFiles } from './console.files.ts';

/**
 * Scripts only from here; styles inline because the component library writes them; previews are frames
 * without scripts.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: http: https:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob: data: http: https:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>控制台尚未构建</title>
<body style="font-family:sans-serif;max-width:40em;margin:4em auto;line-height:1.7">
<h1>控制台尚未构建</h1><p>接口已经可用（<a href="/api/openapi.yaml">接口说明</a>）。请在仓库根目录运行 <code>npm start</code>，它会构建控制台；或运行 <code>pnpm --filter @towncrier/console build</code> 后重启本服务。</p></body></html>`;

/** Everything that is not the API: the console's files, and its own pages, which it draws itself. */
@Controller()
export class ConsoleController {
  constructor(@Inject(ConsoleFiles) private readonly files: ConsoleFiles) {}

  @Get('*')
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const path = (request.url.split('?')[0] ?? '/').slice(1);
    if (path === 'api' || path.startsWith('api/'))
      throw new ProblemError(404, 'not-found', '没有这个接口，请核对网址');
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    if (!this.files.built) {
      void reply.header('content-type', 'text/html; charset=utf-8').send(notBuilt);
      return;
    }
    const file = this.files.fileFor(path);
    if (file === null) throw new ProblemError(404, 'not-found', '控制台已更新，请刷新页面');
    // names in assets/ carry the hash of their content
    void reply.header(
      'cache-control',
      file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    void reply.sendFile(file, this.files.root, { cacheControl: false });
  }
}
