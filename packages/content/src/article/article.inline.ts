import type { Inline, Mark } from '@towncrier/contracts';
import { withLinks } from './article.links.ts';
import { escapeHtml, tag, voidTag } from './markup.ts';

/** Running text: bold, underlined, links and line breaks. */
export const articleInline = (content: readonly Inline[]): string => content.map(written).join('');

function written(node: Inline): string {
  if (node.type === 'hardBreak') return voidTag('br');
  const marks = node.marks ?? [];
  const link = marks.find((mark) => mark.type === 'link');
  const words = marks.reduce(marked, link === undefined ? withLinks(node.text) : escapeHtml(node.text));
  return link?.type === 'link' ? tag('a', { href: link.attrs.href, rel: 'noopener' }, words) : words;
}

function marked(html: string, { type }: Mark): string {
  if (type === 'bold') return tag('strong', {}, html);
  return type === 'underline' ? tag('u', {}, html) : html;
}
