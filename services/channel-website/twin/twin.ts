import { readdir, readFile, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { defineTwin, wallPage } from '@towncrier/channel-testkit';

const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', css: 'text/css', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif' };

/** A plain web server over the document root: knows nothing of the channel that fills it. */
export const twin = defineTwin({
  id: 'website',
  title: '政府网站',
  faults: [],
  start: (http, at) => {
    const root = join(at.channelData, 'public');

    http.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
      const asked = normalize(decodeURIComponent(request.params['*'])).replace(/^(\.\.(\/|$))+/, '');
      const file = join(root, asked === '' || asked === '.' || asked.endsWith('/') ? join(asked, 'index.html') : asked);
      const bytes = file.startsWith(root) ? await readFile(file).catch(() => null) : null;
      if (bytes === null) return reply.code(404).type('text/html; charset=utf-8').send('<!doctype html><meta charset="utf-8"><title>404</title><p>页面不存在</p>');
      return reply.type(types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream').header('cache-control', 'no-cache').send(bytes);
    });

    return Promise.resolve({
      shown: async () => {
        const names = await readdir(join(root, 'n')).catch(() => []);
        return Promise.all(names.filter((name) => name.endsWith('.html')).map(async (name) => {
          const file = join(root, 'n', name);
          const page = await readFile(file, 'utf8');
          const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1] ?? '';
          return { id: name, about: name.replace('.html', ''), target: 'www', text: main.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' '), visible: true, at: (await stat(file)).mtime.toISOString() };
        }));
      },
      clear: () => Promise.resolve(),
      wall: () => wallPage('政府网站', 'iframe{border:0;width:100%;height:100vh;display:block}', `<main><iframe src="${at.url}/" title="政府网站"></iframe></main>`).replace(/<script>[\s\S]*<\/script>/, '<script>setInterval(async()=>{const f=document.querySelector("iframe");try{const t=await(await fetch(f.src,{cache:"no-store"})).text();if(t!==globalThis.last){if(globalThis.last!==undefined)f.src=f.src;globalThis.last=t}}catch{}},1500)</script>'),
      close: () => Promise.resolve(),
    });
  },
});
