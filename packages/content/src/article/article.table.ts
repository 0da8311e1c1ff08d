import type { Cell } from '@towncrier/contracts';
import type { BlockOf } from '../block.table.ts';
import { inlineText } from '../reading/inline.text.ts';
import type { ArticleForm } from './article.form.ts';
import { articleInline } from './article.inline.ts';
import { escapeHtml, spanOf, tag } from './markup.ts';

type Rows = BlockOf<'table'>['content'];

/** Leading rows of nothing but header cells are its head; every header cell says what it is the header of. */
export function articleTable({ attrs, content }: BlockOf<'table'>, form: ArticleForm): string {
  const firstOfBody = content.findIndex((row) => row.content.some((cell) => cell.type === 'tableCell'));
  const heads = firstOfBody === -1 ? content.length : firstOfBody;
  const caption = attrs?.caption === undefined ? '' : tag('caption', {}, escapeHtml(attrs.caption));
  const pen = { form, first: form === 'article-1' ? new Set<Cell>() : firstColumn(content) };
  const table = tag(
    'table',
    {},
    caption,
    part('thead', content.slice(0, heads), pen),
    part('tbody', content.slice(heads), pen),
  );
  return tag(
    'div',
    { class: 'table', role: 'region', tabindex: 0, 'aria-label': attrs?.caption ?? '表格' },
    table,
  );
}

interface TablePen {
  readonly form: ArticleForm;
  /** Cells that stay in sight while a wide table is moved. */
  readonly first: ReadonlySet<Cell>;
}

/** Cells of the first column alone: a row has one unless a cell above reaches into it. */
function firstColumn(rows: Rows): ReadonlySet<Cell> {
  const cells = new Set<Cell>();
  let covered = 0;
  for (const { content } of rows) {
    const [cell] = content;
    if (covered === 0 && cell !== undefined) {
      if ((cell.attrs?.colspan ?? 1) === 1) cells.add(cell);
      covered = cell.attrs?.rowspan ?? 1;
    }
    covered = Math.max(0, covered - 1);
  }
  return cells;
}

const part = (name: 'thead' | 'tbody', rows: Rows, pen: TablePen): string =>
  rows.length === 0
    ? ''
    : tag(
        name,
        {},
        ...rows.map((row) => tag('tr', {}, ...row.content.map((cell) => written(cell, name, pen)))),
      );

function written(cell: Cell, part: 'thead' | 'tbody', { form, first }: TablePen): string {
  const spans = { colspan: spanOf(cell.attrs?.colspan), rowspan: spanOf(cell.attrs?.rowspan) };
  const words = articleInline(cell.content, form);
  const isFigure = form !== 'article-1' && cell.type === 'tableCell' && isNumber(cell);
  const names = [isFigure ? 'number' : '', first.has(cell) ? 'first' : ''].filter((name) => name !== '');
  const attributes = { ...spans, class: names.length === 0 ? undefined : names.join(' ') };
  if (cell.type === 'tableCell') return tag('td', attributes, words);
  return tag('th', { scope: scopeOf(part, spans), ...attributes }, words);
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
