import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Published } from './account.store.ts';

const page = (title: string, body: string): string =>
  wallPage(title, browserFile(import.meta.url, 'wall.css'), body);

/** The account as a reader sees it, the newest twenty. */
export function accountWall(published: readonly Published[]): string {
  const cards = published
    .filter((p) => p.ready)
    .toReversed()
    .slice(0, 20)
    .map(card)
    .join('');
  return page(
    '微信公众号',
    markup`
      <main>
        <header>美丽开远</header>
        ${cards || '<p class="none">还没有文章</p>'}
      </main>
    `,
  );
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
