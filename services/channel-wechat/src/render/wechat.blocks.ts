import {
  answerOf,
  contactFacts,
  escapeHtml,
  tag,
  voidTag,
  type BlockOf,
  type BlockTable,
  type Fact,
  pictureWords,
} from '@towncrier/content';
import type { Block, ListItem } from '@towncrier/contracts';
import { formerTable } from './wechat.former.table.ts';
import { wechatInline } from './wechat.inline.ts';
import { styled, type WechatPen } from './wechat.pen.ts';
import type { WechatRole } from './wechat.roles.ts';
import { wechatTable } from './wechat.table.ts';

/** HTML the platform keeps: inline styles only, no id, class, position or link. */
export const wechatBlock = (block: Block, pen: WechatPen): string => answerOf(written, block, pen);

const written = {
  paragraph: ({ attrs, content }, pen) =>
    styled(
      pen,
      'p',
      attrs?.align === 'center' || attrs?.align === 'right' ? attrs.align : 'p',
      wechatInline(content, pen),
    ),
  heading: ({ attrs, content }, pen) =>
    styled(pen, `h${attrs.level}`, `h${attrs.level}`, wechatInline(content, pen)),
  bulletList: ({ content }, pen) => styled(pen, 'ul', 'list', ...items(content, pen)),
  orderedList: ({ attrs, content }, pen) =>
    tag(
      'ol',
      { start: attrs?.start === 1 ? undefined : attrs?.start, style: pen.styles.list },
      ...items(content, pen),
    ),
  quote: ({ content }, pen) => styled(pen, 'blockquote', 'quote', inside(content, pen)),
  table: (block, pen) => (pen.form === 'article-1' ? formerTable(block, pen) : wechatTable(block, pen)),
  image: (block, pen) => figure(block, pen),
  attachment: ({ attrs }, pen) =>
    styled(pen, 'p', 'p', `附件：${escapeHtml(attrs.name)}[${pen.footnote(attrs.href)}]`),
  keyFacts: ({ attrs }, pen) => wechatFacts(attrs.facts, pen, leadOf(pen)),
  contact: (block, pen) => wechatFacts(contactFacts(block), pen, leadOf(pen)),
  divider: () => voidTag('hr'),
} as const satisfies BlockTable<WechatPen, string>;

/** What the notice itself tells in facts looks as what stands on top. */
export const leadOf = ({ form }: Pick<WechatPen, 'form'>): WechatRole =>
  form === 'article-1' ? 'facts' : 'lead';

/** The indent of a paragraph is for running text, not for what stands in a list or a quotation. */
function inside(blocks: readonly Block[], pen: WechatPen): string {
  const unindented = { ...pen, styles: { ...pen.styles, p: undefined } };
  return blocks.map((child) => wechatBlock(child, unindented)).join('');
}

const items = (list: readonly ListItem[], pen: WechatPen): readonly string[] =>
  list.map((item) => tag('li', {}, inside(item.content, pen)));

function figure({ attrs }: BlockOf<'image'>, pen: WechatPen): string {
  const words = pictureWords(attrs);
  return styled(
    pen,
    'section',
    'figure',
    voidTag('img', { src: pen.imageUrl(attrs.media), alt: attrs.alt, style: pen.styles.img }),
    words === '' ? '' : styled(pen, 'p', 'caption', escapeHtml(words)),
  );
}

/** @param role what the facts are of: of the matter itself, or of the document */
export const wechatFacts = (
  facts: readonly Fact[],
  pen: Pick<WechatPen, 'styles' | 'form'>,
  role: WechatRole = 'facts',
): string =>
  styled(
    pen,
    'section',
    role,
    ...facts.map(({ label, value }) =>
      tag('p', factLine[pen.form], tag('strong', {}, escapeHtml(label)), `：${escapeHtml(value)}`),
    ),
  );

/** Of itself a paragraph stands apart from the next one: facts of a card belong together. */
const factLine = { 'article-1': {}, 'article-2': { style: 'margin:0' } } as const;
