import type { Cell } from '@towncrier/contracts';
import type { BlockOf } from '../block.table.ts';
import { inlineText } from '../reading/plain.ts';
import type { ArticleForm } from './article.form.ts';
import { articleInline } from './article.inline.ts';
import { escapeHtml, spanOf, tag } from './markup.ts';

type Rows = BlockOf<'table'>['content'];

/** Leading rows of nothing but header cells are its head; every header cell says what it is the header of. */
export function articleTable({ attrs, content }: BlockOf<'table'>, form: ArticleForm): string {
  const firstOfBody = content.findIndex((row) => row.content.some((cell) => cell.type === 'tableCell'));
  const heads = firstOfBody === -1 ? content.length : firstOfBody;
  const caption = attrs?.caption === undefined ? '' : tag('caption', {}, escapeHtml(attrs.caption));
  const isPlain =
    form !== 'article-1' &&
    content.every((row) => row.content.every(({ attrs: spans }) => spans === undefined));
  const table = tag(
    'table',
    isPlain ? { class: 'plain' } : {},
    caption,
    part('thead', content.slice(0, heads), form),
    part('tbody', content.slice(heads), form),
  );
  return tag(
    'div',
    { class: 'table', role: 'region', tabindex: 0, 'aria-label': attrs?.caption ?? '表格' },
    table,
  );
}

const part = (name: 'thead' | 'tbody', rows: Rows, form: ArticleForm): string =>
  rows.length === 0
    ? ''
    : tag(
        name,
        {},
        ...rows.map((row) => tag('tr', {}, ...row.content.map((cell) => written(cell, name, form)))),
      );

function written(cell: Cell, part: 'thead' | 'tbody', form: ArticleForm): string {
  const spans = { colspan: spanOf(cell.attrs?.colspan), rowspan: spanOf(cell.attrs?.rowspan) };
  const words = articleInline(cell.content, form);
  if (cell.type === 'tableCell')
    return tag(
      'td',
      { ...spans, ...(form !== 'article-1' && isNumber(cell) ? { class: 'number' } : {}) },
      words,
    );
  return tag('th', { scope: scopeOf(part, spans), ...spans }, words);
}

/** Figures stand below each other: 1,100.00 · -27.1% · —. */
const isNumber = ({ content }: Cell): boolean =>
  /^[-−+]?\d[\d,，.]*\s*[%％]?$|^[-—－/]$/u.test(inlineText(content).trim());

function scopeOf(
  part: 'thead' | 'tbody',
  spans: { colspan?: number | undefined; rowspan?: number | undefined },
): string {
  if (part === 'thead') return spans.colspan === undefined ? 'col' : 'colgroup';
  return spans.rowspan === undefined ? 'row' : 'rowgroup';
}
