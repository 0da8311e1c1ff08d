import { escapeHtml } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';

/**
 * A phone with the live login page, drawn as wide as a phone's and made as small as the phone on the wall. It
 * is drawn anew only when what phones saw has changed: every drawing counts as one more person.
 */
export function portalWall(url: string, seen: readonly string[]): string {
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>Wi-Fi 登录页</title>
    <style>${browserFile(import.meta.url, 'wall.css')}</style>
    <body data-seen="${escapeHtml(seen.join('|'))}">
      <div><iframe src="${url}" title="手机上的登录页"></iframe></div>
      <script>${browserFile(import.meta.url, 'wall.js')}</script>
    </body>
    </html>
  `;
}
