import {
  answerOf,
  contactFacts,
  escapeHtml,
  spanOf,
  tag,
  voidTag,
  type BlockOf,
  type BlockTable,
  type Fact,
} from '@towncrier/content';
import type { Block, Cell, Inline, ListItem } from '@towncrier/contracts';
import type { WechatRole, WechatStyles } from './wechat.styles.ts';

export interface WechatPen {
  readonly styles: WechatStyles;
  readonly imageUrl: (id: string) => string;
  /** Number of an address among the footnotes; the same address keeps its number. */
  readonly footnote: (href: string) => number;
}

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
  table: (block, pen) => wechatTable(block, pen),
  image: (block, pen) => figure(block, pen),
  attachment: ({ attrs }, pen) =>
    styled(pen, 'p', 'p', `附件：${escapeHtml(attrs.name)}[${pen.footnote(attrs.href)}]`),
  keyFacts: ({ attrs }, pen) => wechatFacts(attrs.facts, pen),
  contact: (block, pen) => wechatFacts(contactFacts(block), pen),
  divider: () => voidTag('hr'),
} as const satisfies BlockTable<WechatPen, string>;

/** The indent of a paragraph is for running text, not for what stands in a list or a quotation. */
function inside(blocks: readonly Block[], pen: WechatPen): string {
  const unindented = { ...pen, styles: { ...pen.styles, p: undefined } };
  return blocks.map((child) => wechatBlock(child, unindented)).join('');
}

const items = (list: readonly ListItem[], pen: WechatPen): readonly string[] =>
  list.map((item) => tag('li', {}, inside(item.content, pen)));

function figure({ attrs }: BlockOf<'image'>, pen: WechatPen): string {
  const words = attrs.caption ?? '';
  return styled(
    pen,
    'section',
    'figure',
    voidTag('img', { src: pen.imageUrl(attrs.media), alt: attrs.alt, style: pen.styles.img }),
    words === '' ? '' : styled(pen, 'p', 'caption', escapeHtml(words)),
  );
}

export const styled = (
  pen: Pick<WechatPen, 'styles'>,
  name: string,
  role: WechatRole,
  ...children: readonly string[]
): string => tag(name, { style: pen.styles[role] }, ...children);

export const wechatFacts = (facts: readonly Fact[], pen: Pick<WechatPen, 'styles'>): string =>
  styled(
    pen,
    'section',
    'facts',
    ...facts.map(({ label, value }) =>
      tag('p', {}, tag('strong', {}, escapeHtml(label)), `：${escapeHtml(value)}`),
    ),
  );

/**
 * The platform links to its own articles only: other addresses become footnotes, telephone and mail addresses
 * text.
 */
function wechatInline(content: readonly Inline[], pen: WechatPen): string {
  return content
    .map((node) => {
      if (node.type === 'hardBreak') return voidTag('br');
      const plain = (node.marks ?? []).reduce((html, mark) => {
        if (mark.type === 'bold') return tag('strong', {}, html);
        return mark.type === 'underline' ? tag('span', { style: 'text-decoration:underline' }, html) : html;
      }, escapeHtml(node.text));
      const link = node.marks?.find((mark) => mark.type === 'link');
      return link?.type === 'link' ? plain + reference(node.text, link.attrs.href, pen) : plain;
    })
    .join('');
}

function reference(text: string, href: string, pen: WechatPen): string {
  const spoken = /^(?:mailto|tel):(.*)$/.exec(href)?.[1];
  if (spoken !== undefined) return text.includes(spoken) ? '' : `（${escapeHtml(spoken)}）`;
  return text.includes(href) ? '' : `[${pen.footnote(href)}]`;
}

function wechatTable({ attrs, content }: BlockOf<'table'>, pen: WechatPen): string {
  const rows = content.map((row) => tag('tr', {}, ...row.content.map((cell) => wechatCell(cell, pen))));
  const caption =
    attrs?.caption === undefined
      ? ''
      : styled(pen, 'p', 'center', tag('strong', {}, escapeHtml(attrs.caption)));
  return caption + styled(pen, 'table', 'table', tag('tbody', {}, ...rows));
}

function wechatCell({ type, attrs, content }: Cell, pen: WechatPen): string {
  const name = type === 'tableHeader' ? 'th' : 'td';
  return tag(
    name,
    { colspan: spanOf(attrs?.colspan), rowspan: spanOf(attrs?.rowspan), style: pen.styles[name] },
    wechatInline(content, pen),
  );
}
