import { escapeHtml, type EndingWords } from '@towncrier/content';
import { markup } from '@towncrier/pages';
import { articlePath } from './article.place.ts';
import { framed } from './page.frame.ts';
import type { SiteSettings } from './settings.ts';

/** One line of a list. `date` is yyyy-MM-dd in Asia/Shanghai. */
export interface Listed {
  readonly publication: string;
  readonly title: string;
  readonly date: string;
  readonly mark: '紧急' | '更正' | EndingWords['done'] | null;
}

/**
 * Page 1 holds the oldest and never changes once full: a new piece touches the newest page, and the one
 * before when a page is begun.
 */
export const perPage = 50;
export const pageOf = (number: number): number => Math.ceil(number / perPage);
export const listPath = (page: number): string => `list/${page}.html`;
export const homePath = 'index.html';

export function listPage(
  site: SiteSettings,
  page: number,
  newest: number,
  listed: readonly Listed[],
): string {
  const turn = (to: number, rel: 'next' | 'prev', words: string): string =>
    to < 1 || to > newest
      ? '<span></span>'
      : `<a href="${site.SITE_URL}/${listPath(to)}" rel="${rel}">${words}</a>`;
  return framed(
    site,
    {
      title: site.SITE_COLUMN,
      here: 'column',
      path: listPath(page),
      description: `${site.SITE_NAME}${site.SITE_COLUMN}`,
      tags: [],
    },
    markup`
      <h1>${escapeHtml(site.SITE_COLUMN)}</h1>
      ${lines(site, listed)}
      <nav class="pager" aria-label="翻页">
        ${turn(page + 1, 'prev', '‹ 较新')}
        ${turn(page - 1, 'next', '更早 ›')}
      </nav>
    `,
  );
}

/** `urgent` stands on top and is not repeated in `latest`. */
export function homePage(
  site: SiteSettings,
  newest: number,
  urgent: readonly Listed[],
  latest: readonly Listed[],
): string {
  return framed(
    site,
    { title: site.SITE_NAME, here: 'home', path: '', description: `${site.SITE_NAME}政务公开`, tags: [] },
    markup`
      <h1>${escapeHtml(site.SITE_NAME)}政务公开</h1>
      ${urgent.length === 0 ? '' : banner(site, urgent)}
      <section class="latest" aria-labelledby="latest">
        <h2 id="latest">最新公开</h2>
        ${lines(site, latest)}
        ${newest === 0 ? '' : toAll(site, newest)}
      </section>
    `,
  );
}

const banner = (site: SiteSettings, urgent: readonly Listed[]): string => markup`
  <section class="urgent" aria-labelledby="urgent">
    <h2 id="urgent">紧急通知</h2>
    ${lines(site, urgent)}
  </section>
`;

const toAll = (site: SiteSettings, newest: number): string => markup`
  <nav class="pager">
    <span></span>
    <a href="${site.SITE_URL}/${listPath(newest)}">全部${escapeHtml(site.SITE_COLUMN)} ›</a>
  </nav>
`;

function lines(site: SiteSettings, listed: readonly Listed[]): string {
  if (listed.length === 0) return '<p class="empty">暂无内容。</p>';
  return `<ul class="list">${listed.map((l) => line(site, l)).join('')}</ul>`;
}

function line(site: SiteSettings, { publication, title, date, mark }: Listed): string {
  const off = mark?.startsWith('已') === true ? ' off' : '';
  const sign = mark === null ? '' : `<b class="mark${off}">${mark}</b>`;
  return markup`
    <li>
      <a href="${site.SITE_URL}/${articlePath(publication)}">${sign}${escapeHtml(title)}</a>
      <time datetime="${date}">${date}</time>
    </li>
  `;
}
