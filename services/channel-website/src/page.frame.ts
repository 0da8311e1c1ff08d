import { escapeHtml } from '@towncrier/content';
import { style } from './page.style.ts';
import type { SiteSettings } from './settings.ts';

/** `<meta>` of every page: 政府网站标签规范 (国办发〔2017〕47号 and its tag notes). */
export interface Meta { readonly title: string; readonly path: string; readonly description: string; readonly tags: readonly (readonly [string, string])[] }

/** A whole page around a fragment. No script; one inline style sheet, so that a page is one file. */
export function framed(site: SiteSettings, meta: Meta, main: string): string {
  const url = `${site.SITE_URL}/${meta.path}`;
  const tags = [
    ['SiteName', site.SITE_NAME], ['SiteDomain', new URL(site.SITE_URL).host], ['SiteIDCode', site.SITE_ID_CODE],
    ['ColumnName', site.SITE_COLUMN], ['ColumnType', site.SITE_COLUMN], ['Description', meta.description], ['Url', url], ...meta.tags,
  ] as const;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(meta.title)} - ${escapeHtml(site.SITE_NAME)}</title>
${tags.map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">`).join('\n')}
<meta name="description" content="${escapeHtml(meta.description)}">
<link rel="canonical" href="${escapeHtml(url)}">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site"><a href="${site.SITE_URL}/">${escapeHtml(site.SITE_NAME)}</a><span>政务公开</span></header>
<nav class="crumbs" aria-label="位置"><a href="${site.SITE_URL}/">首页</a> › <span>${escapeHtml(site.SITE_COLUMN)}</span></nav>
<main id="main">${main}</main>
<footer class="site"><p>主办：${escapeHtml(site.SITE_NAME)}　网站标识码：${escapeHtml(site.SITE_ID_CODE)}</p><p>本页内容以本网站发布为准。</p></footer>
</body>
</html>
`;
}
