import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { defineTwin, type Shown } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { websiteWall } from './wall.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};
const absent =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>404</title><p>页面不存在</p></html>';

/**
 * A plain web server over the document root: knows nothing of the channel that fills it. A rename cannot time
 * out, so it has no faults.
 */
export const twin = defineTwin({
  id: 'website',
  title: '政府网站',
  faults: [],
  start: (http, at) => {
    const root = resolve(at.channelData, 'public');
    mountFiles(http, root);
    return Promise.resolve({
      shown: () => articlesIn(join(root, 'n')),
      // The folder is the channel's: a web server deletes nothing.
      clear: () => Promise.resolve(),
      wall: () => websiteWall(at.url),
      close: () => Promise.resolve(),
    });
  },
});

function mountFiles(http: FastifyInstance, root: string): void {
  http.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const asked = request.params['*'];
    const file = resolve(root, asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked);
    const bytes =
      file.startsWith(root + sep) && !asked.includes('\0') ? await readFile(file).catch(() => null) : null;
    if (bytes === null) return reply.code(404).type('text/html; charset=utf-8').send(absent);
    return reply
      .code((await isOver(file)) ? 410 : 200)
      .type(types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      .header('cache-control', 'no-cache')
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  });
}

/** As the configuration of the real server has it: what lies beside the page says that it is over. */
const isOver = (file: string): Promise<boolean> =>
  stat(`${file}.gone`).then(
    () => true,
    () => false,
  );

async function articlesIn(folder: string): Promise<readonly Shown[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.html'))
      .map(async (name) => {
        const file = join(folder, name);
        const [page, { mtime }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
        return {
          id: name,
          about: name.replace('.html', ''),
          target: 'www',
          text: wordsOf(page),
          visible: true,
          at: mtime.toISOString(),
        };
      }),
  );
}

/** All words on a page, without its frame and without what it strikes out: that is no longer said. */
const wordsOf = (page: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<del>.*?<\/del>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
