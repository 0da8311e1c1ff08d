import type { Block, Inline } from '@towncrier/contracts';
import { contactFacts, unreachable } from '../reading/plain.ts';
import type { Fact } from '../reading/facts.ts';
import { escapeHtml, tag, voidTag } from './markup.ts';
import type { WechatRole, WechatStyles } from './wechat.styles.ts';

export interface WechatPen {
  readonly styles: WechatStyles;
  readonly imageUrl: (id: string) => string;
  /** Number of an address among the footnotes; the same address keeps its number. */
  readonly footnote: (href: string) => number;
}

/** HTML the platform keeps: inline styles only, no id, class, position or link. */
export function wechatBlock(block: Block, pen: WechatPen): string {
  // The indent of a paragraph is for running text, not for what stands in a list or a quotation.
  const inside = (blocks: readonly Block[]): string =>
    blocks.map((child) => wechatBlock(child, { ...pen, styles: { ...pen.styles, p: undefined } })).join('');
  switch (block.type) {
    case 'paragraph':
      return styled(
        pen,
        'p',
        block.attrs?.align === 'center' || block.attrs?.align === 'right' ? block.attrs.align : 'p',
        wechatInline(block.content, pen),
      );
    case 'heading':
      return styled(pen, `h${block.attrs.level}`, `h${block.attrs.level}`, wechatInline(block.content, pen));
    case 'bulletList':
      return styled(pen, 'ul', 'list', ...block.content.map((item) => tag('li', {}, inside(item.content))));
    case 'orderedList': {
      const attributes = {
        start: block.attrs?.start === 1 ? undefined : block.attrs?.start,
        style: pen.styles.list,
      };
      return tag('ol', attributes, ...block.content.map((item) => tag('li', {}, inside(item.content))));
    }
    case 'quote':
      return styled(pen, 'blockquote', 'quote', inside(block.content));
    case 'table':
      return wechatTable(block, pen);
    case 'image': {
      const words = block.attrs.caption ?? '';
      const picture = voidTag('img', {
        src: pen.imageUrl(block.attrs.media),
        alt: block.attrs.alt,
        style: pen.styles.img,
      });
      return styled(
        pen,
        'section',
        'figure',
        picture,
        words === '' ? '' : styled(pen, 'p', 'caption', escapeHtml(words)),
      );
    }
    case 'attachment':
      return styled(
        pen,
        'p',
        'p',
        `附件：${escapeHtml(block.attrs.name)}[${pen.footnote(block.attrs.href)}]`,
      );
    case 'keyFacts':
      return wechatFacts(block.attrs.facts, pen);
    case 'contact':
      return wechatFacts(contactFacts(block), pen);
    case 'divider':
      return voidTag('hr');
    default:
      return unreachable(block);
  }
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

function wechatTable({ attrs, content }: Extract<Block, { type: 'table' }>, pen: WechatPen): string {
  const rows = content.map((row) =>
    tag(
      'tr',
      {},
      ...row.content.map((cell) => {
        const head = cell.type === 'tableHeader';
        return tag(
          head ? 'th' : 'td',
          {
            colspan: over(cell.attrs?.colspan),
            rowspan: over(cell.attrs?.rowspan),
            style: pen.styles[head ? 'th' : 'td'],
          },
          wechatInline(cell.content, pen),
        );
      }),
    ),
  );
  const caption =
    attrs?.caption === undefined
      ? ''
      : styled(pen, 'p', 'center', tag('strong', {}, escapeHtml(attrs.caption)));
  return caption + styled(pen, 'table', 'table', tag('tbody', {}, ...rows));
}

const over = (span: number | undefined): number | undefined =>
  span === undefined || span < 2 ? undefined : span;
