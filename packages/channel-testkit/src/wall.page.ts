import { browserFile, markup } from '@towncrier/pages';

/**
 * The frame of a twin's wall page: reloads its body every second and a half without flicker. `style` is CSS,
 * `body` is one element of HTML made by the twin, escaped by it.
 */
export function wallPage(title: string, style: string, body: string): string {
  return markup`
    <!doctype html>
    <html lang="zh-CN">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <style>${browserFile(import.meta.url, 'wall.css')}${style}</style>
    <body>
      ${body}
      <script>${browserFile(import.meta.url, 'wall.js')}</script>
    </body>
    </html>
  `;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
