import { inlineText, type PlacedCell, type TablePlaces } from '@towncrier/content';

/**
 * How a table is shown on a telephone: as it is; in small letters; each row a block of labelled values; or, where its
 * cells span in a way no row can be told alone, as a picture.
 */
export type TableForm = 'grid' | 'small' | 'rows' | 'picture';

/** Width (px) that the text of an article has on the narrowest telephone: 360, less 16 on either side. */
const room = 328;

interface Letters {
  readonly size: number;
  /** Beside the words of a cell, border included. */
  readonly beside: number;
  /** More lines in a cell than this are no longer read across. */
  readonly lines: number;
}
const usual: Letters = { size: 14, beside: 13, lines: 6 };
const small: Letters = { size: 12, beside: 5, lines: 8 };

export function tableForm(table: TablePlaces): TableForm {
  if (fits(table, usual)) return 'grid';
  if (fits(table, small)) return 'small';
  return rowsOf(table) === null ? 'picture' : 'rows';
}

/** What a row tells: of a row that is one cell, a heading; else each value with the words above its column. */
export type TableRow =
  | { readonly kind: 'heading'; readonly cell: PlacedCell }
  | { readonly kind: 'values'; readonly values: readonly LabelledCell[] };
export interface LabelledCell {
  /** Empty where nothing stands above it. */
  readonly label: string;
  readonly cell: PlacedCell;
}

/** @returns null where a row cannot be told alone: columns without a name, or cells that span deep in the body */
export function rowsOf(table: TablePlaces): readonly TableRow[] | null {
  const { columns, rows, cells } = table;
  const heads = table.headRows > 0 ? table.headRows : namesItsColumns(table) ? 1 : 0;
  const body = cells.filter(({ y }) => y >= heads);
  if (heads === 0 || heads === rows || body.some((cell) => spansDeep(cell, columns))) return null;
  const labels = Array.from({ length: columns }, (_, x) => labelAt(table, x, heads));
  return Array.from({ length: rows - heads }, (_, n) => {
    const inRow = body.filter(({ y, rowspan }) => y <= n + heads && n + heads < y + rowspan);
    const [only] = inRow;
    if (inRow.length === 1 && only !== undefined) return { kind: 'heading', cell: only } as const;
    const values = inRow.toSorted((a, b) => a.x - b.x).map((cell) => ({ label: labels[cell.x] ?? '', cell }));
    return { kind: 'values', values } as const;
  });
}

/** Across some columns but not all, or down beyond the two that group rows. */
const spansDeep = ({ x, colspan, rowspan }: PlacedCell, columns: number): boolean =>
  (colspan > 1 && colspan < columns) || (rowspan > 1 && x > 1);

/** Tables of offices often do not say that their first row is a head: short words, no figures, nothing twice. */
function namesItsColumns({ columns, cells }: TablePlaces): boolean {
  const first = cells.filter(({ y }) => y === 0).map((placed) => ({ ...placed, words: wordsIn(placed) }));
  return (
    first.length === columns &&
    new Set(first.map(({ words }) => words)).size === columns &&
    first.every(({ words, rowspan }) => rowspan === 1 && /^(?!.*\d).{1,16}$/u.test(words))
  );
}

/** The words above a column from the top down, what spans several columns first. */
function labelAt({ cells }: TablePlaces, x: number, heads: number): string {
  const above = cells.filter((cell) => cell.y < heads && cell.x <= x && x < cell.x + cell.colspan);
  const words = above.map(wordsIn).filter((label) => label !== '');
  return [...new Set(words)].join('·');
}

/** Whether no word that must not be broken is wider than its column can be, and no cell becomes a pillar. */
function fits({ columns, cells }: TablePlaces, { size, beside, lines }: Letters): boolean {
  const least = Array.from({ length: columns }, () => size * 2 + beside);
  const wanted = Array.from({ length: columns }, () => size * 2 + beside);
  for (const cell of cells) {
    const words = wordsIn(cell);
    for (let x = cell.x; x < cell.x + cell.colspan; x += 1) {
      least[x] = Math.max(least[x] ?? 0, (longestPiece(words) * size) / cell.colspan + beside);
      wanted[x] = Math.max(wanted[x] ?? 0, (widthOf(words) * size) / cell.colspan + beside);
    }
  }
  const needed = sum(least);
  if (needed > room) return false;
  const spare = room - needed;
  const asked = sum(wanted) - needed;
  return least.every((width, x) => {
    const more = (wanted[x] ?? 0) - width;
    const given = asked <= spare ? more : (more / asked) * spare;
    return (more + width - beside) / (width + given - beside) <= lines;
  });
}

const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
const wordsIn = ({ cell }: PlacedCell): string => inlineText(cell.content, ' ').trim();

/** In letters: a figure and a Latin letter take six tenths of a Chinese one, with some to spare for bold ones. */
const widthOf = (words: string): number =>
  Array.from(words).reduce((total, c) => total + (c <= '\u024f' ? 0.6 : 1), 0);

/** Letters of an address or another piece from which on a line may end anywhere within it. */
const longest = 20;

/** Whether a cell has an address or the like that would make its column too wide unless lines end within it. */
export const hasLongPiece = (words: string): boolean =>
  piecesOf(words).some((piece) => piece.length > longest);

/** Of figures, Latin words and marks that no line is broken in. */
const longestPiece = (words: string): number =>
  Math.max(0, ...piecesOf(words).map((piece) => widthOf(piece.slice(0, longest))));

const piecesOf = (words: string): readonly string[] =>
  words.split(/[\s\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]|[\ud800-\udbff][\udc00-\udfff]/u);
