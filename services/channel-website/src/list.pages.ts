import { escapeHtml } from '@towncrier/content';
import { articlePath } from './article.page.ts';
import { framed } from './page.frame.ts';
import type { SiteSettings } from './settings.ts';

export interface Listed { readonly publication: string; readonly number: number; readonly title: string; readonly date: string; readonly mark: string | null }

/** Page 1 holds the oldest and never changes once full: a new piece touches only the newest page. */
export const perPage = 50;
export const pageOf = (number: number): number => Math.ceil(number / perPage);
export const listPath = (page: number): string => `list/${page}.html`;

export function listPage(site: SiteSettings, page: number, newest: number, listed: readonly Listed[]): string {
  const older = page > 1 ? `<a href="${site.SITE_URL}/${listPath(page - 1)}">更早 ›</a>` : '<span></span>';
  const newer = page < newest ? `<a href="${site.SITE_URL}/${listPath(page + 1)}">‹ 较新</a>` : '<span></span>';
  return framed(site, { title: site.SITE_COLUMN, path: listPath(page), description: `${site.SITE_NAME}${site.SITE_COLUMN}，第 ${page} 页`, tags: [] }, `<h1>${escapeHtml(site.SITE_COLUMN)}</h1>${entries(site, listed)}<nav class="pager">${newer}${older}</nav>`);
}

export function homePage(site: SiteSettings, newest: number, listed: readonly Listed[]): string {
  const all = newest > 0 ? `<nav class="pager"><span></span><a href="${site.SITE_URL}/${listPath(newest)}">全部${escapeHtml(site.SITE_COLUMN)} ›</a></nav>` : '';
  return framed(site, { title: '首页', path: '', description: `${site.SITE_NAME}政务公开`, tags: [] }, `<h1>最新公开</h1>${listed.length === 0 ? '<p>暂无内容。</p>' : entries(site, listed)}${all}`);
}

function entries(site: SiteSettings, listed: readonly Listed[]): string {
  return `<ul class="list">${listed.map((l) => `<li><a href="${site.SITE_URL}/${articlePath(l.publication)}">${l.mark === null ? '' : `<span class="mark">${escapeHtml(l.mark)}</span>`}${escapeHtml(l.title)}</a><time>${escapeHtml(l.date)}</time></li>`).join('')}</ul>`;
}
