import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Published } from './account.store.ts';
import type { Account } from './accounts.ts';

const page = (title: string, body: string): string =>
  wallPage(title, browserFile(import.meta.url, 'wall.css'), body);

/** The accounts as a reader sees them, the newest twenty of each; the first always, others once they have any. */
export const accountsWall = (accounts: readonly Account[]): string =>
  page(
    '微信公众号',
    `<main>${accounts
      .filter(({ store }, n) => n === 0 || store.published.items.length > 0)
      .map(column)
      .join('')}</main>`,
  );

function column({ title, store }: Account): string {
  const cards = store.published.items
    .filter((p) => p.ready)
    .toReversed()
    .slice(0, 20)
    .map(card)
    .join('');
  return markup`
    <header>${title}</header>
    ${cards || '<p class="none">还没有文章</p>'}
  `;
}

/** @param article null: the publisher has deleted it */
export function articlePage(article: Published | null): string {
  const inside = article === null ? '<p class="none">该内容已被发布者删除</p>' : whole(article);
  return page('微信', `<main>${inside}</main>`);
}

function card({ at, visible, articleId, article }: Published): string {
  const when = new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  const words = visible ? escapeHtml(article.digest) : '该内容已被发布者删除';
  return markup`
    <a class="a${visible ? '' : ' gone'}" href="/s/${articleId}">
      <b>${escapeHtml(article.title)}</b>
      <small>${words} · ${when}</small>
    </a>
  `;
}

const whole = ({ article }: Published): string => markup`
  <h1>${escapeHtml(article.title)}</h1>
  <p><small>${escapeHtml(article.author)}</small></p>
  ${article.content}
  <p><a href="${escapeHtml(article.content_source_url)}">阅读原文</a></p>
`;
