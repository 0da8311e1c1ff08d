import { browserFile, markup } from '@towncrier/pages';

/**
 * The home page in a frame, drawn anew when it changed. Drawn at desktop width and made smaller, as a screen
 * on a wall shows it.
 */
export function websiteWall(url: string): string {
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>政府网站</title>
    <style>${browserFile(import.meta.url, 'wall.css')}</style>
    <body>
      <iframe src="${url}/" title="政府网站首页"></iframe>
      <script>${browserFile(import.meta.url, 'wall.js')}</script>
    </body>
    </html>
  `;
}
