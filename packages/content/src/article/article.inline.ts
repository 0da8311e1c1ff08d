import type { Inline, Mark } from '@towncrier/contracts';
import type { ArticleForm } from './article.form.ts';
import { withLinks } from './article.links.ts';
import { escapeHtml, tag, voidTag } from './markup.ts';

/** Running text: bold, underlined, links and line breaks. */
export const articleInline = (content: readonly Inline[], form: ArticleForm): string =>
  content.map((node) => written(node, form)).join('');

function written(node: Inline, form: ArticleForm): string {
  if (node.type === 'hardBreak') return voidTag('br');
  const marks = node.marks ?? [];
  const link = marks.find((mark) => mark.type === 'link');
  const isPlain = link !== undefined || form === 'article-1';
  const words = marks.reduce(marked, isPlain ? escapeHtml(node.text) : withLinks(node.text));
  return link?.type === 'link' ? tag('a', { href: link.attrs.href, rel: 'noopener' }, words) : words;
}

function marked(html: string, { type }: Mark): string {
  if (type === 'bold') return tag('strong', {}, html);
  return type === 'underline' ? tag('u', {}, html) : html;
}
