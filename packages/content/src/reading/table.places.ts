import type { Cell } from '@towncrier/contracts';
import type { BlockOf } from '../block.table.ts';

/** A cell with its place, counted in columns and rows from 0. */
export interface PlacedCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly cell: Cell;
}
export interface TablePlaces {
  readonly columns: number;
  readonly rows: number;
  /** Leading rows of nothing but header cells, none of which reaches into the body. */
  readonly headRows: number;
  readonly cells: readonly PlacedCell[];
}

/**
 * Where the cells of a table stand, as HTML places them. Spans that reach beyond the table or into another cell are
 * shortened.
 */
export function tablePlaces({ content }: Pick<BlockOf<'table'>, 'content'>): TablePlaces {
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  let columns = 1;
  content.forEach((row, y) => {
    let x = 0;
    for (const cell of row.content) {
      while (taken.has(`${x},${y}`)) x += 1;
      const placed = placedAt(x, y, cell, { taken, rows: content.length });
      cells.push(placed);
      x += placed.colspan;
      columns = Math.max(columns, x);
    }
  });
  return { columns, rows: content.length, headRows: headRows(cells, content.length), cells };
}

function placedAt(
  x: number,
  y: number,
  cell: Cell,
  { taken, rows }: { readonly taken: Set<string>; readonly rows: number },
): PlacedCell {
  let colspan = 1;
  while (colspan < (cell.attrs?.colspan ?? 1) && !taken.has(`${x + colspan},${y}`)) colspan += 1;
  const rowspan = Math.min(cell.attrs?.rowspan ?? 1, rows - y);
  for (let dy = 0; dy < rowspan; dy += 1)
    for (let dx = 0; dx < colspan; dx += 1) taken.add(`${x + dx},${y + dy}`);
  return { x, y, colspan, rowspan, cell };
}

function headRows(cells: readonly PlacedCell[], rows: number): number {
  const body = cells.filter(({ cell }) => cell.type !== 'tableHeader').map(({ y }) => y);
  const first = Math.min(rows, ...body);
  const reaches = cells.some(({ y, rowspan }) => y < first && y + rowspan > first);
  return reaches ? 0 : first;
}
