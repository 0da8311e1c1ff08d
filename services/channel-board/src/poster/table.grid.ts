import { wideLength } from '@towncrier/media';
import type { SheetCell } from '../render/board.blocks.ts';

export interface PlacedCell {
  readonly x: number;
  readonly y: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
  readonly runs: SheetCell['runs'];
}
/** `weights`: how the width is shared out, in full-width characters of the longest words of a column. */
export interface Grid {
  readonly weights: readonly number[];
  readonly headerRows: number;
  readonly cells: readonly PlacedCell[];
}

const narrowest = 3;
const broadest = 20;

/**
 * Gives every cell its place, as HTML tables do. Spans that reach beyond the table or into another cell are
 * shortened.
 */
export function placeCells(rows: readonly (readonly SheetCell[])[]): Grid {
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  let columns = 1;
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (taken.has(`${x},${y}`)) x += 1;
      let colspan = 1;
      while (colspan < cell.colspan && !taken.has(`${x + colspan},${y}`)) colspan += 1;
      const rowspan = Math.min(cell.rowspan, rows.length - y);
      for (let dy = 0; dy < rowspan; dy += 1)
        for (let dx = 0; dx < colspan; dx += 1) taken.add(`${x + dx},${y + dy}`);
      cells.push({ x, y, colspan, rowspan, header: cell.header, runs: cell.runs });
      x += colspan;
      columns = Math.max(columns, x);
    }
  });
  return { weights: weights(cells, columns), headerRows: headerRows(rows), cells };
}

function weights(cells: readonly PlacedCell[], columns: number): readonly number[] {
  const widest = (x: number): number =>
    Math.max(
      0,
      ...cells
        .filter((c) => c.x === x && c.colspan === 1)
        .map(({ runs }) => wideLength(runs.map((run) => run.text).join(''))),
    );
  return Array.from({ length: columns }, (_, x) => Math.min(Math.max(widest(x), narrowest), broadest));
}

/** Leading rows of nothing but header cells, none of which reaches into the body. */
function headerRows(rows: readonly (readonly SheetCell[])[]): number {
  const first = rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.header));
  const count = first < 0 ? 0 : first;
  const reaches = rows.slice(0, count).some((row, y) => row.some((cell) => y + cell.rowspan > count));
  return reaches ? 0 : count;
}
