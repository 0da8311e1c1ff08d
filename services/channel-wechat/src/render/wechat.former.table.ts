import { escapeHtml, spanOf, tag, type BlockOf } from '@towncrier/content';
import type { Cell } from '@towncrier/contracts';
import { wechatInline } from './wechat.inline.ts';
import { styled, type WechatPen } from './wechat.pen.ts';

/** A table of `article-1`: as wide as it is. */
export function formerTable({ attrs, content }: BlockOf<'table'>, pen: WechatPen): string {
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
