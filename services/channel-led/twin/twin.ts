import { createHash, randomUUID, verify } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineTwin, escapeHtml, Shelf, wallPage } from '@towncrier/channel-testkit';

interface Page { sha256: string; ms: number; url: string }
interface Item { id: string; edition: number; hash: string; title: string; text: string; pages: Page[] }
interface Playlist { screen: string; items: Item[] }
/** What one screen showed: one entry per item and hash. */
interface Showing { screen: string; item: string; hash: string; text: string; pages: string[]; at: string; visible: boolean }

const screens = [{ id: 'strip-station', title: '汽车客运站条屏 384×64' }, { id: 'screen-hall', title: '政务服务大厅屏 1920×1080' }] as const;
const everyMs = 250;

/** Two boxes on walls: fetch, verify signature and pages, show, tell. */
export const twin = defineTwin({
  id: 'led',
  title: 'LED 屏',
  faults: [],
  start: async (http, at) => {
    const showings = await Shelf.open<Showing>(join(at.data, 'showings.json'));
    const pages = join(at.data, 'pages');
    await mkdir(pages, { recursive: true });
    const timers = screens.map(({ id }) => watch(id));

    function watch(screen: string): { stop: () => void } {
      let stopped = false;
      let timer: NodeJS.Timeout;
      const turn = (): void => {
        show(screen).catch(() => undefined).finally(() => { if (!stopped) timer = setTimeout(turn, everyMs); });
      };
      timer = setTimeout(turn, everyMs);
      return { stop: () => { stopped = true; clearTimeout(timer); } };
    }

    async function show(screen: string): Promise<void> {
      const list = await signedPlaylist(at.channelUrl, screen);
      for (const item of list.items) for (const page of item.pages) await keep(page);
      const before = showings.items.filter((s) => s.screen === screen && s.visible);
      const gone = before.filter((s) => !list.items.some((i) => i.id === s.item && i.hash === s.hash));
      const fresh = list.items.filter((i) => !before.some((s) => s.item === i.id && s.hash === i.hash));
      for (const s of gone) s.visible = false;
      for (const i of fresh) {
        const again = showings.items.find((s) => s.screen === screen && s.item === i.id && s.hash === i.hash);
        if (again !== undefined) again.visible = true;
        else showings.items.push({ screen, item: i.id, hash: i.hash, text: i.text, pages: i.pages.map((p) => p.sha256), at: new Date().toISOString(), visible: true });
      }
      if (gone.length > 0 || fresh.length > 0) await showings.save();
      await tell(`heartbeat?screen=${screen}`, { playing: Object.fromEntries(list.items.map((i) => [i.id, i.hash])) });
      if (fresh.length > 0) await tell(`plays?screen=${screen}`, fresh.map((i) => ({ uuid: randomUUID(), item: i.id, hash: i.hash, start: new Date().toISOString(), ms: i.pages.reduce((sum, p) => sum + p.ms, 0) })));
    }

    async function keep(page: Page): Promise<void> {
      const file = join(pages, `${page.sha256}.png`);
      if ((await readFile(file).catch(() => null)) !== null) return;
      const png = Buffer.from(await (await fetch(`${at.channelUrl}${page.url}`)).arrayBuffer());
      if (createHash('sha256').update(png).digest('hex') !== page.sha256) throw new Error('the page is not what the playlist names');
      await writeFile(file, png);
    }

    const tell = (path: string, body: unknown): Promise<Response> =>
      fetch(`${at.channelUrl}/player/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(5000) });

    http.get<{ Params: { file: string } }>('/pages/:file', async (request, reply) => {
      const png = /^[0-9a-f]{64}\.png$/.test(request.params.file) ? await readFile(join(pages, request.params.file)).catch(() => null) : null;
      return png === null ? reply.code(404).send() : reply.type('image/png').send(png);
    });

    return {
      shown: () => Promise.resolve(showings.items.map((s) => ({ id: `${s.screen}:${s.item}:${s.hash}`, about: s.item, target: s.screen, text: s.text, visible: s.visible, at: s.at }))),
      clear: () => showings.clear(),
      wall: () => wallPage('LED 屏', style, `<main>${screens.map(({ id, title }) => wallOf(title, showings.items.filter((s) => s.screen === id && s.visible))).join('')}</main>`),
      close: () => { for (const t of timers) t.stop(); return Promise.resolve(); },
    };
  },
});

/** @throws when the signature is not the channel's */
async function signedPlaylist(channel: string, screen: string): Promise<Playlist> {
  const signal = AbortSignal.timeout(5000);
  const [answer, key] = await Promise.all([fetch(`${channel}/player/v1/playlist?screen=${screen}`, { signal }), fetch(`${channel}/player/v1/key`, { signal })]);
  if (!answer.ok || !key.ok) throw new Error(`HTTP ${answer.status}`);
  const text = await answer.text();
  const signature = Buffer.from(answer.headers.get('x-towncrier-signature') ?? '', 'base64');
  if (!verify(null, Buffer.from(text), await key.text(), signature)) throw new Error('the playlist is not signed by the channel');
  return JSON.parse(text) as Playlist;
}

const style = 'body{background:#14171c;color:#cfd6df}main{padding:12px}h4{margin:14px 0 6px;font-weight:500}.b{background:#000;border:8px solid #2b3038;border-radius:6px;padding:6px}.b img{display:block;width:100%;image-rendering:pixelated;margin-bottom:6px}.none{color:#6b7480;padding:18px}';

function wallOf(title: string, visible: readonly Showing[]): string {
  const pages = visible.slice(-2).flatMap((s) => s.pages.map((p) => `<img src="/pages/${p}.png" alt="${escapeHtml(s.text.slice(0, 120))}">`));
  return `<section><h4>${title} · 播放 ${visible.length} 条</h4><div class="b">${pages.slice(0, 4).join('') || '<p class="none">无节目</p>'}</div></section>`;
}
