import { escapeHtml, levelOrder, warningLevels } from '@towncrier/content';
import { browserFile, markup } from '@towncrier/pages';
import type { Venue } from './venues.ts';

/** A badge on the colour of the level of a warning, also among the urgent ones. */
const levelStyles = levelOrder
  .map((level) => ({ level, ...warningLevels[level] }))
  .map(({ level, paper, ink }) => `main b.t.${level}{background:${paper};color:${ink}}`)
  .join('');

/**
 * The frame of pages for phones that are not online yet: one HTML each, below 40 KB where it lists, no
 * script, no foreign host. `body` is HTML.
 */
export const frame = (title: string, body: string, name = ''): string => markup`
  <!doctype html>
  <html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:,">
    <style>${browserFile(import.meta.url, 'page.css')}${levelStyles}</style>
  </head>
  <body class="${name}">${body}</body>
  </html>
`;

export const head = (title: string, words: string): string => markup`
  <header class="top">
    <div><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p></div>
  </header>
`;

/** Every link keeps the venue. */
export const linkTo = (path: string, at: Venue): string => `${path}?gw=${encodeURIComponent(at.gateway)}`;
export const listOf = (at: Venue): string => linkTo('/portal/', at);
export const back = (at: Venue): string => `<a class="back" href="${listOf(at)}">‹ 返回</a>`;
