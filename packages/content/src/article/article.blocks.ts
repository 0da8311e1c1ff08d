import type { Block, ListItem } from '@towncrier/contracts';
import { answerOf, type BlockOf, type BlockTable } from '../block.table.ts';
import type { Fact } from '../reading/fact.ts';
import { contactFacts, inlineText } from '../reading/plain.ts';
import { articleInline } from './article.inline.ts';
import { articleTable } from './article.table.ts';
import { escapeHtml, tag, voidTag } from './markup.ts';

/** Where the bytes of a picture can be had; null leaves only its words. */
export type MediaAddress = (id: string) => string | null;

export interface Anchors {
  take(wanted: string | undefined, level: 2 | 3 | 4 | 5, text: string): string;
}

interface ArticlePen {
  readonly mediaUrl: MediaAddress;
  readonly anchors: Anchors;
}

/** Semantic HTML without style or script. */
export const articleBlock = (block: Block, pen: ArticlePen): string => answerOf(written, block, pen);

const written = {
  paragraph: ({ attrs, content }) =>
    tag(
      'p',
      { class: attrs?.align === undefined ? undefined : `align-${attrs.align}` },
      articleInline(content),
    ),
  heading: ({ attrs, content }, { anchors }) =>
    tag(
      `h${attrs.level}`,
      { id: anchors.take(attrs.id, attrs.level, inlineText(content, ' ')) },
      articleInline(content),
    ),
  bulletList: ({ content }, pen) => tag('ul', {}, ...items(content, pen)),
  orderedList: ({ attrs, content }, pen) =>
    tag('ol', { start: attrs?.start === 1 ? undefined : attrs?.start }, ...items(content, pen)),
  quote: ({ content }, pen) => tag('blockquote', {}, inside(content, pen)),
  table: (block) => articleTable(block),
  image: (block, { mediaUrl }) => figure(block, mediaUrl),
  attachment: ({ attrs }) =>
    tag(
      'p',
      { class: 'attachment' },
      '附件：',
      tag('a', { href: attrs.href, rel: 'noopener' }, escapeHtml(attrs.name)),
      attrs.bytes === undefined ? '' : `（${sizeInWords(attrs.bytes)}）`,
    ),
  keyFacts: ({ attrs }) => articleFacts(attrs.facts, 'key-facts'),
  contact: (block) =>
    tag('address', { class: 'contact' }, articleFacts(contactFacts(block), 'contact-facts')),
  divider: () => voidTag('hr'),
} as const satisfies BlockTable<ArticlePen, string>;

const inside = (blocks: readonly Block[], pen: ArticlePen): string =>
  blocks.map((child) => articleBlock(child, pen)).join('');

const items = (list: readonly ListItem[], pen: ArticlePen): readonly string[] =>
  list.map((item) => tag('li', {}, inside(item.content, pen)));

function figure({ attrs }: BlockOf<'image'>, mediaUrl: MediaAddress): string {
  const src = mediaUrl(attrs.media);
  const words = attrs.caption ?? '';
  const picture =
    src === null
      ? tag('p', {}, escapeHtml(`［图片：${attrs.alt || words}］`))
      : voidTag('img', { src, alt: attrs.alt, loading: 'lazy' });
  return tag('figure', {}, picture, words === '' ? '' : tag('figcaption', {}, escapeHtml(words)));
}

export const articleFacts = (facts: readonly Fact[], name: string): string =>
  tag(
    'dl',
    { class: name },
    ...facts.map(({ label, value }) =>
      tag('div', {}, tag('dt', {}, escapeHtml(label)), tag('dd', {}, linkedPhone(label, value))),
    ),
  );

function linkedPhone(label: string, value: string): string {
  const number = value.replace(/[-—－\s]/g, '');
  return /电话|热线|手机/.test(label) && /^\d{5,12}$/.test(number)
    ? tag('a', { href: `tel:${number}` }, escapeHtml(value))
    : escapeHtml(value);
}

function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
