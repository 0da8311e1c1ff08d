import type { Block, Cell, Inline } from '@towncrier/contracts';
import { contactFacts, inlineText, unreachable } from '../reading/plain.ts';
import type { Fact } from '../reading/facts.ts';
import { escapeHtml, tag, voidTag } from './markup.ts';

/** Where the bytes of a picture can be had; null leaves only its words. */
export type MediaAddress = (id: string) => string | null;

export interface Anchors {
  take(wanted: string | undefined, level: 2 | 3 | 4 | 5, text: string): string;
}

/** Semantic HTML without style or script. */
export function websiteBlock(block: Block, mediaUrl: MediaAddress, anchors: Anchors): string {
  const inside = (blocks: readonly Block[]): string =>
    blocks.map((child) => websiteBlock(child, mediaUrl, anchors)).join('');
  switch (block.type) {
    case 'paragraph':
      return tag(
        'p',
        { class: block.attrs?.align === undefined ? undefined : `align-${block.attrs.align}` },
        websiteInline(block.content),
      );
    case 'heading':
      return tag(
        `h${block.attrs.level}`,
        { id: anchors.take(block.attrs.id, block.attrs.level, inlineText(block.content, ' ')) },
        websiteInline(block.content),
      );
    case 'bulletList':
      return tag('ul', {}, ...block.content.map((item) => tag('li', {}, inside(item.content))));
    case 'orderedList':
      return tag(
        'ol',
        { start: block.attrs?.start === 1 ? undefined : block.attrs?.start },
        ...block.content.map((item) => tag('li', {}, inside(item.content))),
      );
    case 'quote':
      return tag('blockquote', {}, inside(block.content));
    case 'table':
      return websiteTable(block);
    case 'image': {
      const src = mediaUrl(block.attrs.media);
      const words = block.attrs.caption ?? '';
      const picture =
        src === null
          ? tag('p', {}, escapeHtml(`［图片：${block.attrs.alt || words}］`))
          : voidTag('img', { src, alt: block.attrs.alt, loading: 'lazy' });
      return tag('figure', {}, picture, words === '' ? '' : tag('figcaption', {}, escapeHtml(words)));
    }
    case 'attachment': {
      const size = block.attrs.bytes === undefined ? '' : `（${sizeInWords(block.attrs.bytes)}）`;
      return tag(
        'p',
        { class: 'attachment' },
        '附件：',
        tag('a', { href: block.attrs.href, rel: 'noopener' }, escapeHtml(block.attrs.name)),
        size,
      );
    }
    case 'keyFacts':
      return websiteFacts(block.attrs.facts, 'key-facts');
    case 'contact':
      return tag('address', { class: 'contact' }, websiteFacts(contactFacts(block), 'contact-facts'));
    case 'divider':
      return voidTag('hr');
    default:
      return unreachable(block);
  }
}

export const websiteFacts = (facts: readonly Fact[], name: string): string =>
  tag(
    'dl',
    { class: name },
    ...facts.map(({ label, value }) =>
      tag('div', {}, tag('dt', {}, escapeHtml(label)), tag('dd', {}, linkedPhone(label, value))),
    ),
  );

export function websiteInline(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if (node.type === 'hardBreak') return voidTag('br');
      const marks = node.marks ?? [];
      const plain = marks.reduce(
        (html, mark) =>
          mark.type === 'bold'
            ? tag('strong', {}, html)
            : mark.type === 'underline'
              ? tag('u', {}, html)
              : html,
        escapeHtml(node.text),
      );
      const link = marks.find((mark) => mark.type === 'link');
      return link?.type === 'link' ? tag('a', { href: link.attrs.href, rel: 'noopener' }, plain) : plain;
    })
    .join('');
}

function websiteTable({ attrs, content }: Extract<Block, { type: 'table' }>): string {
  const headRows = content.findIndex((row) => row.content.some((cell) => cell.type === 'tableCell'));
  const heads = headRows === -1 ? content.length : headRows;
  const row = (cells: readonly Cell[], inHead: boolean): string =>
    tag(
      'tr',
      {},
      ...cells.map((cell) => {
        const spans = { colspan: over(cell.attrs?.colspan), rowspan: over(cell.attrs?.rowspan) };
        return cell.type === 'tableCell'
          ? tag('td', spans, websiteInline(cell.content))
          : tag(
              'th',
              {
                scope: inHead
                  ? spans.colspan === undefined
                    ? 'col'
                    : 'colgroup'
                  : spans.rowspan === undefined
                    ? 'row'
                    : 'rowgroup',
                ...spans,
              },
              websiteInline(cell.content),
            );
      }),
    );
  const part = (name: string, rows: typeof content, inHead: boolean): string =>
    rows.length === 0 ? '' : tag(name, {}, ...rows.map(({ content: cells }) => row(cells, inHead)));
  const caption = attrs?.caption === undefined ? '' : tag('caption', {}, escapeHtml(attrs.caption));
  const table = tag(
    'table',
    {},
    caption,
    part('thead', content.slice(0, heads), true),
    part('tbody', content.slice(heads), false),
  );
  return tag(
    'div',
    { class: 'table', role: 'region', tabindex: 0, 'aria-label': attrs?.caption ?? '表格' },
    table,
  );
}

const over = (span: number | undefined): number | undefined =>
  span === undefined || span < 2 ? undefined : span;

function linkedPhone(label: string, value: string): string {
  const number = value.replace(/[-—－\s]/g, '');
  return /电话|热线|手机/.test(label) && /^\d{5,12}$/.test(number)
    ? tag('a', { href: `tel:${number}` }, escapeHtml(value))
    : escapeHtml(value);
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
