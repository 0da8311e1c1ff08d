import { parseFragment } from 'parse5';
import { cleanText } from '../clean-text.ts';
import { inlineText } from '../reading/inline.text.ts';
import { PictureAlbum, type KnownPictures } from './data-image.ts';
import { Account } from './html/html.account.ts';
import { htmlBlocks } from './html/html.blocks.ts';
import { cleanHtml } from './html/html.clean.ts';
import { attribute, inlineOf, isElement, tidyInline, type HtmlNode } from './html/html.inline.ts';
import { LossList } from './losses/loss.list.ts';
import type { Imported } from './source.ts';

/**
 * Any HTML, however hostile, becomes clean content; never an error. Every element has a verdict: scripts,
 * styles, frames and handlers leave nothing behind, and what a reader would have seen and does not is a loss.
 * A picture is inside (`data:`), or was kept before (`media:` and its id).
 */
export function importHtml(source: string, known?: KnownPictures): Imported {
  const raw = parseFragment(cleanText(source)).childNodes;
  const losses = new LossList();
  const judged = new Account(losses, baseOf(raw)).all(raw, { depth: 0, pre: false });
  const clean = parseFragment(cleanHtml(judged));
  const album = new PictureAlbum(losses, known);
  const blocks = htmlBlocks(clean.childNodes, { album });
  return { blocks, media: album.media, losses: losses.all, titles: topHeadings(clean.childNodes) };
}

/** Where relative addresses lead, when the page says so. */
function baseOf(nodes: readonly HtmlNode[]): string | null {
  const base = nodes.filter(isElement).find(({ tagName }) => tagName === 'base');
  return (base === undefined ? undefined : attribute(base, 'href')) ?? null;
}

/** The words of every `h1`, in order. */
function topHeadings(nodes: readonly HtmlNode[]): readonly string[] {
  return nodes.filter(isElement).flatMap((node) => {
    if (node.tagName !== 'h1') return topHeadings(node.childNodes);
    const words = inlineText(tidyInline(node.childNodes.flatMap((child) => inlineOf(child, []))), ' ');
    return words === '' ? [] : [words];
  });
}
