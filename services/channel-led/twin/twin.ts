import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineTwin, escapeHtml, Shelf, wallPage } from '@towncrier/channel-testkit';
import { screens, ScreenBox, type Item } from './screen.box.ts';

interface Row {
  id: string;
  screen: string;
  notice: string;
  edition: number;
  kind: 'notice' | 'withdrawal';
  text: string;
  pages: string[];
  visible: boolean;
  at: string;
}

const pollMs = 1000;
const token = 'twin-player-token';

/**
 * Boxes behind the screens of the county: each polls every second, verifies, shows, reports, and remembers.
 */
export const twin = defineTwin({
  id: 'led',
  title: 'LED 电子屏',
  faults: [],
  start: async (http, at) => {
    const rows = await Shelf.open<Row>(join(at.data, 'shown.json'));
    const boxes = new Map<string, ScreenBox>();
    let busy = false;

    const meet = async (): Promise<void> => {
      if (boxes.size > 0) return;
      const answer = await fetch(`${at.channelUrl}/player/v1/screens`, { signal: AbortSignal.timeout(5000) });
      for (const facts of screens.parse(await answer.json()).screens)
        boxes.set(facts.id, new ScreenBox(facts, join(at.data, facts.id), at.channelUrl, token));
    };
    const show = async (box: ScreenBox, fresh: readonly Item[], now: string): Promise<void> => {
      for (const item of fresh) {
        const row: Row = {
          id: `${box.facts.id}/${item.notice}`,
          screen: box.facts.id,
          notice: item.notice,
          edition: item.edition,
          kind: item.kind,
          text: item.text,
          pages: item.pages.map((p) => p.sha256),
          visible: true,
          at: now,
        };
        const index = rows.items.findIndex((r) => r.id === row.id);
        if (index < 0) rows.items.push(row);
        else rows.items[index] = row;
      }
      const due = box.due(now);
      for (const row of rows.items)
        if (row.screen === box.facts.id) row.visible = due.some((i) => i.notice === row.notice);
      await rows.save();
      for (const item of fresh) box.shown(item, now);
    };
    const tick = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      try {
        await meet();
        for (const box of boxes.values()) {
          const fresh = await box.poll();
          const now = new Date();
          if (fresh !== null) await show(box, fresh, now.toISOString());
          await box.flush(now);
          box.problem = null;
        }
      } catch (error) {
        for (const box of boxes.values())
          box.problem = error instanceof Error ? error.message : String(error);
      } finally {
        busy = false;
      }
    };
    const timer = setInterval(() => void tick(), pollMs);

    http.get('/screens/:screen/:file', (request, reply) => {
      const { screen, file } = request.params as { screen: string; file: string };
      const path = boxes.get(screen)?.file(/^[0-9a-f]{64}(?=\.png$)/.exec(file)?.[0] ?? '');
      return path === undefined || !existsSync(path)
        ? reply.code(404).send()
        : reply.type('image/png').header('cache-control', 'max-age=3600').send(createReadStream(path));
    });

    return {
      shown: () =>
        Promise.resolve(
          rows.items.map((r) => ({
            id: r.id,
            about: r.notice,
            target: r.screen,
            text: r.text,
            visible: r.visible,
            at: r.at,
          })),
        ),
      clear: () => rows.clear(),
      wall: () =>
        wallPage(
          'LED 电子屏',
          style,
          `<main>${[...boxes.values()].map((box) => section(box, Date.now())).join('') || '<p class="none">正在连接播放服务…</p>'}</main>`,
        ),
      close: () => {
        clearInterval(timer);
        return Promise.resolve();
      },
    };
  },
});

const style =
  'main{max-width:1180px;margin:0 auto;padding:16px}section{margin-bottom:28px}h2{font-size:17px;margin:0 0 8px}h2 small{color:#8a9099;font-weight:400}.f{background:#000;border-radius:8px;padding:10px;display:flex;justify-content:center;position:relative}.f img{width:100%;height:auto;display:block}.screen .f{max-width:820px}.strip .f{padding:16px}.strip img{image-rendering:pixelated;filter:sepia(1) saturate(12) hue-rotate(-28deg)}.f p{color:#5b6470;padding:24px;margin:0}ol{margin:8px 0 0;padding-left:22px;color:#4a525c}ol b{color:#1f2329}.bad{color:#b42318}.none{color:#8a9099;text-align:center}';

/**
 * The page whose turn it is at `now` (ms): all items after one another, each page as long as the playlist
 * says.
 */
function pageAt(items: readonly Item[], now: number): { item: Item; sha256: string } | null {
  const pages = items.flatMap((item) => item.pages.map((page) => ({ item, ...page })));
  let left = now % pages.reduce((total, page) => total + page.ms, 1);
  for (const page of pages) {
    if (left < page.ms) return page;
    left -= page.ms;
  }
  return pages[0] ?? null;
}

function section(box: ScreenBox, now: number): string {
  const { id, title, kind, width, height } = box.facts;
  const items = box.due(new Date(now).toISOString());
  const current = pageAt(items, now);
  const picture =
    current === null
      ? '<p>没有要播放的内容</p>'
      : `<img src="/screens/${id}/${current.sha256}.png" alt="${escapeHtml(current.item.text)}" width="${width}" height="${height}">`;
  const list = items
    .map(
      (i) =>
        `<li><b>${i.kind === 'withdrawal' ? '【撤回】' : ''}${escapeHtml(i.title)}</b> 第${i.edition}版 · ${i.pages.length}页</li>`,
    )
    .join('');
  return `<section class="${kind}"><h2>${escapeHtml(title)} <small>${id} · ${width}×${height}</small>${box.problem === null ? '' : ` <small class="bad">${escapeHtml(box.problem)}，继续播放已核验的内容</small>`}</h2><div class="f">${picture}</div><ol>${list}</ol></section>`;
}
