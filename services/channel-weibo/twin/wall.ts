import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Account, Found } from './accounts.ts';

const page = (inside: string): string =>
  wallPage('微博', browserFile(import.meta.url, 'wall.css'), `<main>${inside}</main>`);

/** The newest thirty posts of all accounts. */
export function timelineWall(accounts: readonly Account[]): string {
  const found = accounts.flatMap((account) => account.store.public().map((status) => ({ account, status })));
  const newest = found.toSorted((a, b) => b.status.at.localeCompare(a.status.at)).slice(0, 30);
  return page(newest.map(card).join('') || '<p class="none">还没有微博</p>');
}

/** @param found null: there is none */
export const statusPage = (found: Found | null): string => page(found === null ? '微博不存在' : card(found));

function card({ account: { title }, status: { text, at, picture } }: Found): string {
  const words = escapeHtml(text).replace(
    /https?:\/\/[^\s&<]+/g,
    (url) => `<a href="${url}" target="_blank">${url}</a>`,
  );
  const when = new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  return markup`
    <article class="s">
      <div class="h">
        <i>${[...title].at(-2) ?? ''}</i>
        <span><b>${title}</b><br><small>${when} 来自 告示</small></span>
      </div>
      <div>${words}</div>
      ${picture === undefined ? '' : `<img src="/large/${picture}" alt="长图">`}
    </article>
  `;
}
