import { escapeHtml, inlineText, spanOf, tablePlaces, tag, voidTag, type BlockOf } from '@towncrier/content';
import type { Cell } from '@towncrier/contracts';
import { wechatInline } from './wechat.inline.ts';
import { styled, type WechatPen } from './wechat.pen.ts';
import { hasLongPiece, rowsOf, tableForm, type TableRow } from './wechat.table.form.ts';

/**
 * A table as the telephone has room for it. One that should be a picture is drawn before (`picture/drawn.tables.ts`); where
 * none was, e.g. in a quotation, its words are broken wherever a line ends.
 */
export function wechatTable(table: BlockOf<'table'>, pen: WechatPen): string {
  const { caption } = table.attrs ?? {};
  const head =
    caption === undefined ? '' : styled(pen, 'p', 'center', tag('strong', {}, escapeHtml(caption)));
  const places = tablePlaces(table);
  switch (tableForm(places)) {
    case 'grid':
      return head + grid(table, { table: 'table', tableHeader: 'th', tableCell: 'td' }, pen);
    case 'small':
      return head + grid(table, { table: 'smallTable', tableHeader: 'smallTh', tableCell: 'smallTd' }, pen);
    case 'picture':
      return head + grid(table, { table: 'tightTable', tableHeader: 'smallTh', tableCell: 'smallTd' }, pen);
    case 'rows':
      return head + (rowsOf(places) ?? []).map((row) => block(row, pen)).join('');
  }
}

interface GridRoles {
  readonly table: 'table' | 'smallTable' | 'tightTable';
  readonly tableHeader: 'th' | 'smallTh';
  readonly tableCell: 'td' | 'smallTd';
}

function grid({ content }: BlockOf<'table'>, roles: GridRoles, pen: WechatPen): string {
  const rows = content.map((row) => tag('tr', {}, ...row.content.map((cell) => written(cell, roles, pen))));
  return styled(pen, 'table', roles.table, tag('tbody', {}, ...rows));
}

function written({ type, attrs, content }: Cell, roles: GridRoles, pen: WechatPen): string {
  return tag(
    type === 'tableHeader' ? 'th' : 'td',
    {
      colspan: spanOf(attrs?.colspan),
      rowspan: spanOf(attrs?.rowspan),
      style: styleOf(pen.styles[roles[type]], inlineText(content, ' ')),
    },
    wechatInline(content, pen),
  );
}

const styleOf = (style: string | undefined, words: string): string | undefined =>
  hasLongPiece(words) ? [style, 'word-break:break-all'].filter(Boolean).join(';') : style;

/** A row by itself: what it is about first and bold, then each value behind the words of its column. */
function block(row: TableRow, pen: WechatPen): string {
  if (row.kind === 'heading')
    return styled(pen, 'p', 'center', tag('strong', {}, wechatInline(row.cell.cell.content, pen)));
  const told = row.values
    .map(({ label, cell }) => ({ label, words: wechatInline(cell.cell.content, pen) }))
    .filter(({ words }) => words !== '');
  const names = 1 + told.findIndex(({ words }) => /\p{Script=Han}|[a-z]/iu.test(words));
  const lines = told.map(({ label, words }) => (label === '' ? words : `${escapeHtml(label)}：${words}`));
  const written = lines.map((line, n) =>
    n < Math.min(2, Math.max(1, names)) ? tag('strong', {}, line) : line,
  );
  return styled(pen, 'p', 'row', written.join(voidTag('br')));
}
