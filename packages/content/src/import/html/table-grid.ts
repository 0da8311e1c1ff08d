import type { Cell, Inline } from '@towncrier/contracts';

export interface RawCell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly content: readonly Inline[];
}
export type TableRows = { type: 'tableRow'; content: Cell[] }[];

export const maxColumns = 50;
export const maxRows = 500;

interface Placed {
  readonly cell: RawCell;
  readonly column: number;
  readonly colspan: number;
  /** Shorter in the end, where it leaves no place for a row that has cells. */
  rowspan: number;
}

/**
 * A table in which every place of the grid belongs to exactly one cell: spans that overlap, leave the table or
 * cover a whole row that has cells are shortened, short rows are filled up with empty cells, rows and columns in which no cell begins are taken
 * out. Text is kept; columns beyond the fiftieth are written into the fiftieth.
 */
export function normaliseTable(raw: readonly (readonly RawCell[])[]): TableRows {
  const rows = withoutEmptyRows(raw.slice(0, maxRows));
  const grid = new Grid(rows.length);
  const placed: (readonly Placed[])[] = [];
  for (const [y, cells] of rows.entries()) {
    if (grid.isFull(y)) endSpans(placed, y, grid);
    placed.push(placeRow(withinColumns(cells), y, grid));
  }
  const columns = [...new Set(placed.flatMap((cells) => cells.map(({ column }) => column)))];
  return placed.map((cells, y) => ({ type: 'tableRow', content: rowOf(cells, y, columns, grid) }));
}

/** Which places are taken already. */
class Grid {
  readonly rows: number;
  private readonly taken: boolean[][];

  constructor(rows: number) {
    this.rows = rows;
    this.taken = Array.from({ length: rows }, () => []);
  }

  isTaken(column: number, y: number): boolean {
    return this.taken[y]?.[column] === true;
  }

  isFull(y: number): boolean {
    return Array.from({ length: maxColumns }, (_, column) => column).every((x) => this.isTaken(x, y));
  }

  /** Nothing of what stands above a row reaches into it any more. */
  freeFrom(y: number): void {
    for (let row = y; row < this.rows; row += 1) this.taken[row] = [];
  }

  take({ column, colspan, rowspan }: Placed, y: number): void {
    for (const row of this.taken.slice(y, y + rowspan))
      for (let x = column; x < column + colspan; x += 1) row[x] = true;
  }
}

function endSpans(above: readonly (readonly Placed[])[], y: number, grid: Grid): void {
  for (const [row, cells] of above.entries())
    for (const cell of cells) cell.rowspan = Math.min(cell.rowspan, y - row);
  grid.freeFrom(y);
}

function placeRow(cells: readonly RawCell[], y: number, grid: Grid): readonly Placed[] {
  const row: Placed[] = [];
  let column = 0;
  for (const cell of cells) {
    while (grid.isTaken(column, y)) column += 1;
    const before = row.at(-1);
    if (column >= maxColumns && before !== undefined) {
      row[row.length - 1] = { ...before, cell: joined(before.cell, cell) };
      continue;
    }
    const rowspan = Math.min(cell.rowspan, grid.rows - y);
    const placed = { cell, column, colspan: freeColumns(cell.colspan, column, y, grid), rowspan };
    grid.take(placed, y);
    row.push(placed);
    column += placed.colspan;
  }
  return row;
}

/** How far a cell may reach to the right before it meets another or the end. */
function freeColumns(wanted: number, column: number, y: number, grid: Grid): number {
  let colspan = 1;
  while (colspan < wanted && column + colspan < maxColumns && !grid.isTaken(column + colspan, y))
    colspan += 1;
  return colspan;
}

const joined = (cell: RawCell, next: RawCell): RawCell => ({
  ...cell,
  content: [...cell.content, { type: 'text', text: ' ' }, ...next.content],
});

/**
 * The cells of a row from left to right, then an empty one for every place that nothing covers: a cell is set
 * into the first free place, so what is left free stands to the right of all cells.
 */
function rowOf(cells: readonly Placed[], y: number, columns: readonly number[], grid: Grid): Cell[] {
  const own = cells.map(({ cell, column, colspan, rowspan }) =>
    written(cell, columns.filter((x) => x >= column && x < column + colspan).length, rowspan),
  );
  const empty = columns
    .filter((column) => !grid.isTaken(column, y))
    .map((): Cell => ({ type: 'tableCell', content: [] }));
  return [...own, ...empty];
}

function written(cell: RawCell, colspan: number, rowspan: number): Cell {
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
  return {
    type: cell.header ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: [...cell.content],
  };
}

/** A span that crosses an empty row is one row shorter without it. */
function withoutEmptyRows(raw: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  const empty = raw.map((cells) => cells.length === 0);
  return raw.flatMap((cells, y) =>
    cells.length === 0
      ? []
      : [
          cells.map((cell) => ({
            ...cell,
            rowspan: cell.rowspan - empty.slice(y + 1, y + cell.rowspan).filter(Boolean).length,
          })),
        ],
  );
}

function withinColumns(cells: readonly RawCell[]): readonly RawCell[] {
  if (cells.length <= maxColumns) return cells;
  const last = cells.slice(maxColumns - 1);
  const content = last.flatMap((cell, i): readonly Inline[] =>
    i === 0 ? cell.content : [{ type: 'text', text: ' ' }, ...cell.content],
  );
  return [...cells.slice(0, maxColumns - 1), { header: false, colspan: 1, rowspan: 1, content }];
}
