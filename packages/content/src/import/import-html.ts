import { parseFragment } from 'parse5';
import { cleanText } from '../clean-text.ts';
import { inlineText } from '../reading/plain.ts';
import { PictureAlbum } from './data-image.ts';
import { htmlBlocks } from './html.blocks.ts';
import { cleanHtml } from './html.clean.ts';
import { inlineOf, isElement, tidyInline, type HtmlNode } from './html.inline.ts';
import type { Imported } from './source.ts';

/**
 * Any HTML, however hostile, becomes clean content; never an error. Scripts, styles, frames and handlers
 * leave nothing behind.
 */
export function importHtml(source: string): Imported {
  const clean = parseFragment(cleanHtml(cleanText(source)));
  const album = new PictureAlbum();
  const title = firstTitle(clean.childNodes);
  const blocks = htmlBlocks(clean.childNodes, { album, title });
  return { blocks, media: album.media, findings: album.findings, title };
}

function firstTitle(nodes: readonly HtmlNode[]): string | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found =
      node.tagName === 'h1'
        ? inlineText(tidyInline(node.childNodes.flatMap((child) => inlineOf(child, []))), ' ')
        : firstTitle(node.childNodes);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}
