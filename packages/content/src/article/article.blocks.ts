import type { Block, ListItem } from '@towncrier/contracts';
import { answerOf, type BlockOf, type BlockTable } from '../block.table.ts';
import type { Fact } from '../reading/fact.ts';
import { contactFacts } from '../reading/contact.facts.ts';
import { inlineText } from '../reading/inline.text.ts';
import { pictureWords } from '../reading/pictures.ts';
import { articleAttachment } from './article.attachment.ts';
import { type ArticleForm } from './article.form.ts';
import { articleInline } from './article.inline.ts';
import { withLinks } from './article.links.ts';
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
  readonly form: ArticleForm;
}

/** Semantic HTML without style or script. */
export const articleBlock = (block: Block, pen: ArticlePen): string => answerOf(written, block, pen);

const written = {
  paragraph: ({ attrs, content }, { form }) =>
    tag(
      'p',
      { class: attrs?.align === undefined ? undefined : `align-${attrs.align}` },
      articleInline(content, form),
    ),
  heading: ({ attrs, content }, { anchors, form }) =>
    tag(
      `h${attrs.level}`,
      { id: anchors.take(attrs.id, attrs.level, inlineText(content, ' ')) },
      articleInline(content, form),
    ),
  bulletList: ({ content }, pen) => tag('ul', {}, ...items(content, pen)),
  orderedList: ({ attrs, content }, pen) =>
    tag('ol', { start: attrs?.start === 1 ? undefined : attrs?.start }, ...items(content, pen)),
  quote: ({ content }, pen) => tag('blockquote', {}, inside(content, pen)),
  table: (block, { form }) => articleTable(block, form),
  image: (block, { mediaUrl }) => figure(block, mediaUrl),
  attachment: (block, { form }) => articleAttachment(block, form),
  keyFacts: ({ attrs }, { form }) => articleFacts(attrs.facts, 'key-facts', form),
  contact: (block, { form }) =>
    tag('address', { class: 'contact' }, articleFacts(contactFacts(block), 'contact-facts', form)),
  divider: () => voidTag('hr'),
} as const satisfies BlockTable<ArticlePen, string>;

const inside = (blocks: readonly Block[], pen: ArticlePen): string =>
  blocks.map((child) => articleBlock(child, pen)).join('');

const items = (list: readonly ListItem[], pen: ArticlePen): readonly string[] =>
  list.map((item) => tag('li', {}, inside(item.content, pen)));

function figure({ attrs }: BlockOf<'image'>, mediaUrl: MediaAddress): string {
  const src = mediaUrl(attrs.media);
  const words = pictureWords(attrs);
  const picture =
    src === null
      ? tag('p', {}, escapeHtml(`［图片：${attrs.alt || words}］`))
      : voidTag('img', { src, alt: attrs.alt, loading: 'lazy' });
  return tag('figure', {}, picture, words === '' ? '' : tag('figcaption', {}, escapeHtml(words)));
}

export const articleFacts = (facts: readonly Fact[], name: string, form: ArticleForm): string =>
  tag(
    'dl',
    { class: name },
    ...facts.map(({ label, value }) =>
      tag('div', {}, tag('dt', {}, escapeHtml(label)), tag('dd', {}, factWords(label, value, form))),
    ),
  );

function factWords(label: string, value: string, form: ArticleForm): string {
  const number = value.replace(/[-—－\s]/g, '');
  return /电话|热线|手机/.test(label) && /^\d{5,12}$/.test(number)
    ? tag('a', { href: `tel:${number}` }, escapeHtml(value))
    : form === 'article-1'
      ? escapeHtml(value)
      : withLinks(value);
}
