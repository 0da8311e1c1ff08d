import { escapeHtml } from '@towncrier/content';
import type { EditionColumn } from '@towncrier/contracts';
import { browserFile, markup } from '@towncrier/pages';
import type { SiteSettings } from './settings.ts';

/** `path` counts from SITE_URL; `tags` are the article's own. */
export interface Meta {
  readonly title: string;
  readonly here: 'home' | 'column' | 'article';
  readonly path: string;
  readonly description: string;
  /** Where it stands, when that is not the column of the site. */
  readonly column?: EditionColumn | undefined;
  readonly tags: readonly (readonly [string, string])[];
}

/** Nothing on a page may run or load from elsewhere, whatever came into it. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/**
 * Site tags on every page, column tags below the home page, then the article's (国办发〔2017〕47号 and the
 * tag notes of government site checkers).
 */
function tagsOf(site: SiteSettings, meta: Meta): readonly (readonly [string, string])[] {
  const name = meta.column?.name ?? site.SITE_COLUMN;
  const column =
    meta.here === 'home'
      ? []
      : ([
          ['ColumnName', name],
          ['ColumnDescription', `${site.SITE_NAME}${name}`],
          ['ColumnKeywords', name],
          ['ColumnType', meta.column?.type ?? name],
        ] as const);
  return [
    ['SiteName', site.SITE_NAME],
    ['SiteDomain', new URL(site.SITE_URL).host],
    ['SiteIDCode', site.SITE_ID_CODE],
    ...column,
    ...meta.tags,
    ['Description', meta.description],
    ['Url', `${site.SITE_URL}/${meta.path}`],
  ];
}

/** A whole page around a fragment. No script; one inline style sheet, so that a page is one file. */
export function framed(site: SiteSettings, meta: Meta, main: string): string {
  const name = escapeHtml(site.SITE_NAME);
  const title = meta.here === 'home' ? meta.title : `${meta.title} - ${site.SITE_NAME}`;
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="${policy}">
      <title>${escapeHtml(title)}</title>
      ${tagsOf(site, meta).map(([tag, content]) => `<meta name="${tag}" content="${escapeHtml(content)}">\n`)}
      <link rel="canonical" href="${escapeHtml(`${site.SITE_URL}/${meta.path}`)}">
      <link rel="icon" href="data:,">
      <style>${browserFile(import.meta.url, 'page.css')}</style>
    </head>
    <body class="${meta.here}">
      <a class="skip" href="#main">跳到正文</a>
      <header class="site">
        <div><a href="${escapeHtml(site.SITE_URL)}/">${name}</a><span>政务公开</span></div>
      </header>
      ${crumbsOf(site, meta)}
      <main id="main">${main}</main>
      <footer class="site">
        <p>主办：${name}　网站标识码：${escapeHtml(site.SITE_ID_CODE)}</p>
        <p>公开内容以本网站发布为准</p>
      </footer>
    </body>
    </html>
  `;
}

function crumbsOf(site: SiteSettings, { here, column }: Meta): string {
  if (here === 'home') return '';
  return markup`
    <nav class="crumbs" aria-label="当前位置">
      <a href="${escapeHtml(site.SITE_URL)}/">首页</a>
      <span>${escapeHtml(column?.name ?? site.SITE_COLUMN)}</span>
      ${here === 'article' ? '<span>正文</span>' : ''}
    </nav>
  `;
}
