import { escapeHtml } from '@towncrier/content';
import { browserFile, markup } from '@towncrier/pages';

/** Pixels: as wide as a telephone. */
export const previewWidth = 414;

/** How a post with a picture (PNG) looks in the app. */
export const postPage = (text: string, picture: Uint8Array): string => markup`
  <!doctype html>
  <meta charset="utf-8">
  <style>${browserFile(import.meta.url, 'preview.css')}</style>
  <body>
    <p>${escapeHtml(text)}</p>
    <img src="data:image/png;base64,${Buffer.from(picture).toString('base64')}" alt="公告全文的图片，文字见链接">
  </body>
`;
