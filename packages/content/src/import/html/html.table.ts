import type { Block, Inline } from '@towncrier/contracts';
import {
  attribute,
  inlineOf,
  isElement,
  tidyInline,
  type HtmlElement,
  type HtmlNode,
} from './html.inline.ts';
import { maxRows, normaliseTable, type RawCell } from './table-grid.ts';

const blocks = new Set([
  'p',
  'div',
  'li',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'dd',
  'dt',
  'blockquote',
  'pre',
  'address',
]);

/**
 * The rows of this table, not of a table within it. More rows than a table may have go into further tables.
 */
export function htmlTable(table: HtmlElement): readonly Block[] {
  const rows = rowsOf(table).map((row) =>
    row.childNodes
      .filter(isElement)
      .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
      .map(cellOf),
  );
  const caption = table.childNodes.filter(isElement).find((child) => child.tagName === 'caption');
  const words = caption === undefined ? '' : plain(cellInline(caption)).slice(0, 200);
  const made: Block[] = [];
  for (let from = 0; from < rows.length; from += maxRows) {
    const content = normaliseTable(rows.slice(from, from + maxRows));
    if (content.length > 0)
      made.push({
        type: 'table',
        ...(words === '' || from > 0 ? {} : { attrs: { caption: words } }),
        content,
      });
  }
  return made;
}

function rowsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function cellOf(cell: HtmlElement): RawCell {
  return {
    header: cell.tagName === 'th',
    colspan: span(cell, 'colspan', 50),
    rowspan: span(cell, 'rowspan', maxRows),
    content: cellInline(cell),
  };
}

function span(cell: HtmlElement, name: string, max: number): number {
  const value = Number(attribute(cell, name) ?? '1');
  // 0 means "to the end" for rows; the grid shortens what leaves the table.
  if (value === 0 && name === 'rowspan') return max;
  return Number.isInteger(value) && value > 0 ? Math.min(value, max) : 1;
}

/** A cell holds text only: its paragraphs become lines. */
function cellInline(cell: HtmlElement): Inline[] {
  const lines = (node: HtmlNode): readonly Inline[] => {
    if (!isElement(node) || !containsBlock(node)) return inlineOf(node, []);
    return node.childNodes.flatMap((child) =>
      isElement(child) && blocks.has(child.tagName)
        ? [{ type: 'hardBreak' as const }, ...lines(child), { type: 'hardBreak' as const }]
        : lines(child),
    );
  };
  const content = tidyInline(lines(cell));
  return content.filter((node, i) => !(node.type === 'hardBreak' && content[i - 1]?.type === 'hardBreak'));
}

const containsBlock = (element: HtmlElement): boolean =>
  element.childNodes.some((child) => isElement(child) && (blocks.has(child.tagName) || containsBlock(child)));
const plain = (content: readonly Inline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : ' ')).join('');
