import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Posted } from './status.store.ts';

const page = (inside: string): string =>
  wallPage('微博', browserFile(import.meta.url, 'wall.css'), `<main>${inside}</main>`);

/** @param posted newest first; thirty are shown */
export const timelineWall = (posted: readonly Posted[]): string =>
  page(posted.slice(0, 30).map(card).join('') || '<p class="none">还没有微博</p>');

/** @param status null: there is none */
export const statusPage = (status: Posted | null): string =>
  page(status === null ? '微博不存在' : card(status));

function card({ text, at }: Posted): string {
  const words = escapeHtml(text).replace(
    /https?:\/\/[^\s&<]+/g,
    (url) => `<a href="${url}" target="_blank">${url}</a>`,
  );
  const when = new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  return markup`
    <article class="s">
      <div class="h">
        <i>开</i>
        <span><b>美丽开远</b><br><small>${when} 来自 告示</small></span>
      </div>
      <div>${words}</div>
    </article>
  `;
}
