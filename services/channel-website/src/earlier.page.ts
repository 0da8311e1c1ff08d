import { escapeHtml } from '@towncrier/content';
import type { EditionColumn } from '@towncrier/contracts';
import { markup } from '@towncrier/pages';
import { articlePath, marked } from './article.place.ts';
import { dayOf } from './correction.section.ts';
import { framed } from './page.frame.ts';
import type { SiteSettings } from './settings.ts';

/** In a folder of its own: what stands under `n/` is in force, or says why not. */
export const earlierPath = (publication: string, edition: number): string =>
  `earlier/${publication}-${edition}.html`;

interface EarlierFacts {
  readonly publication: string;
  readonly title: string;
  readonly edition: number;
  readonly column?: EditionColumn | undefined;
  /** When the correction was released (ISO 8601). */
  readonly replacedAt: string;
}

/**
 * An edition that was replaced, for whoever acted on it. Search engines are sent to the one in force; its pictures
 * are gone with it, their descriptions stand in their places.
 */
export function earlierPage(site: SiteSettings, article: string, facts: EarlierFacts): string {
  const { publication, title, edition, column, replacedAt } = facts;
  const now = escapeHtml(`${site.SITE_URL}/${articlePath(publication)}`);
  return framed(
    site,
    {
      title: `${title}（第${edition}版，已被替代）`,
      here: 'article',
      column,
      path: articlePath(publication),
      description: `本页为第${edition}版，已被更正后的版本替代。`,
      tags: [
        ['ArticleTitle', title],
        ['robots', 'noindex'],
      ],
    },
    markup`
      <aside class="superseded" role="note">
        <strong>本页已被替代</strong>
        <p>这是第${edition}版，已于${dayOf(replacedAt)}更正，请勿再据此办理。<a href="${now}">查看现行内容</a></p>
      </aside>
      ${marked(withoutPictures(article))}
    `,
  );
}

const withoutPictures = (html: string): string =>
  html.replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gu, '<p>［图片：$1］</p>');
