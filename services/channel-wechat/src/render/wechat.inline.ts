import { escapeHtml, tag, voidTag } from '@towncrier/content';
import type { Inline } from '@towncrier/contracts';
import type { WechatPen } from './wechat.pen.ts';

/**
 * The platform links to its own articles only: other addresses become footnotes, telephone and mail addresses
 * text.
 */
export function wechatInline(content: readonly Inline[], pen: WechatPen): string {
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
