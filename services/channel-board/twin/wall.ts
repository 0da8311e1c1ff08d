import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Hanging } from './board.walls.ts';

/** Every board with its newest twelve sheets. */
export function boardsWall(sheets: readonly Hanging[]): string {
  const boards = [...Map.groupBy(sheets, (h) => h.board)];
  const inside =
    boards.length === 0
      ? '<section><h2>公示栏</h2><span class="none">还没有张贴</span></section>'
      : boards.map(([board, hanging]) => section(board, hanging)).join('');
  return wallPage('公示栏', browserFile(import.meta.url, 'wall.css'), `<main>${inside}</main>`);
}

function section(board: string, hanging: readonly Hanging[]): string {
  const title = hanging.at(-1)?.boardTitle ?? '';
  return markup`
    <section>
      <h2>${escapeHtml(`${title} ${board}`)}</h2>
      <div class="s">${hanging.toReversed().slice(0, 12).map(sheetOf)}</div>
    </section>
  `;
}

function sheetOf(h: Hanging): string {
  const kind = h.headline === '已撤回' ? ' gone' : h.headline === '现行有效' ? '' : ' old';
  const edition = `${escapeHtml(h.issuer)} · 第${h.edition}版`;
  return markup`
    <article>
      <h3>${escapeHtml(h.title)}</h3>
      <small>${edition} · <a href="/printed/${h.file}">${h.paper} 打印件</a></small>
      <br>
      <span class="v${kind}">扫码：${escapeHtml(h.headline || '…')}</span>
      <p>${escapeHtml(h.answer)}</p>
    </article>
  `;
}
