/** Elements of a clipboard that say something about the words in a cell. */
const inCell = new Set([
  'B',
  'STRONG',
  'U',
  'S',
  'DEL',
  'STRIKE',
  'SUP',
  'SUB',
  'BR',
  'A',
  'P',
  'DIV',
  'OL',
  'UL',
  'LI',
]);
const inTable = new Set(['TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'CAPTION']);
const sayings =
  /(?:line-through|display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|vertical-align\s*:\s*(?:super|sub))/i;
const attributes = ['colspan', 'rowspan', 'href', 'start', 'type', 'hidden'];

/**
 * The tables on the clipboard as plain HTML, whichever program put them there: spans, empty cells, and what is
 * struck or hidden, are kept for the hub to judge; looks are not. Null when there is no table of at least two by
 * two.
 */
export function tablesOn(html: string): string | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...page.querySelectorAll('table')].filter(
    (table) => table.parentElement?.closest('table') === null && isBlock(table),
  );
  return tables.length === 0 ? null : tables.map(bare).join('\n');
}

/** At least two rows, and two columns in one of them. */
function isBlock(table: Element): boolean {
  const rows = [...table.querySelectorAll('tr')];
  const wide = rows.some((row) => widthOf(row) >= 2);
  return rows.length >= 2 && wide;
}

const widthOf = (row: Element): number =>
  [...row.children].reduce((sum, cell) => sum + (Number(cell.getAttribute('colspan') ?? '1') || 1), 0);

function bare(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped((node.textContent ?? '').replace(/\s+/g, ' '));
  if (!(node instanceof Element)) return '';
  const inner = [...node.childNodes].map(bare).join('');
  const { tagName } = node;
  const style = sayings.exec(node.getAttribute('style') ?? '')?.[0];
  const kept = inTable.has(tagName) || inCell.has(tagName);
  if (!kept && style === undefined) return inner;
  const tag = kept ? tagName.toLowerCase() : 'span';
  if (tag === 'br') return '<br>';
  const said = style === undefined ? '' : ` style="${styleOf(style)}"`;
  const broken = tag === 'tr' || tag === 'table' ? '\n' : '';
  return `<${tag}${attributesOf(node)}${said}>${broken}${inner.trim()}</${tag}>${broken}`;
}

/** A line through words is written as such, whatever else the program said about them. */
const styleOf = (saying: string): string =>
  /line-through/i.test(saying) ? 'text-decoration:line-through' : saying.toLowerCase();

const attributesOf = (node: Element): string =>
  attributes
    .flatMap((name) => {
      const value = node.getAttribute(name);
      return value === null || (name.endsWith('span') && value === '1')
        ? []
        : [` ${name}="${escaped(value)}"`];
    })
    .join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
