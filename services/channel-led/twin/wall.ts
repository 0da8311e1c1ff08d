import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Item, ScreenBox } from './screen.box.ts';

/** Every screen with the page it shows at `now` (ms), and what it has in turn. */
export function screensWall(boxes: readonly ScreenBox[], now: number): string {
  const sections = boxes.map((box) => section(box, now)).join('');
  return wallPage(
    'LED 电子屏',
    browserFile(import.meta.url, 'wall.css'),
    `<main>${sections || '<p class="none">正在连接播放服务…</p>'}</main>`,
  );
}

/**
 * The page whose turn it is at `now` (ms): all items after one another, each page as long as the playlist
 * says.
 */
export function pageAt(items: readonly Item[], now: number): { item: Item; sha256: string } | null {
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
  return markup`
    <section class="${kind}">
      <h2>${escapeHtml(title)} <small>${id} · ${width}×${height}</small>${trouble(box.problem)}</h2>
      <div class="f">${picture(box, items, now)}</div>
      <ol>${items.map(entry)}</ol>
    </section>
  `;
}

const trouble = (problem: string | null): string =>
  problem === null ? '' : ` <small class="bad">${escapeHtml(problem)}，继续播放已核验的内容</small>`;

function picture({ facts }: ScreenBox, items: readonly Item[], now: number): string {
  const current = pageAt(items, now);
  if (current === null) return '<p>没有要播放的内容</p>';
  return markup`
    <img src="/screens/${facts.id}/${current.sha256}.png" alt="${escapeHtml(current.item.text)}"
      width="${facts.width}" height="${facts.height}">
  `;
}

function entry({ kind, title, edition, pages }: Item): string {
  const words = `${kind === 'withdrawal' ? '【撤回】' : ''}${escapeHtml(title)}`;
  return `<li><b>${words}</b> 第${edition}版 · ${pages.length}页</li>`;
}
