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

/**
 * A table in which every place of the grid belongs to exactly one cell: spans that overlap or leave the table
 * are shortened, short
 * rows are filled up with empty cells, rows and columns in which no cell begins are taken out. Text is kept;
 * columns beyond the
 * fiftieth are written into the fiftieth.
 */
export function normaliseTable(raw: readonly (readonly RawCell[])[]): TableRows {
  const rows = withoutEmptyRows(raw.slice(0, maxRows));
  const placed: {
    readonly cell: RawCell;
    readonly column: number;
    readonly colspan: number;
    readonly rowspan: number;
  }[][] = [];
  const taken: boolean[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    const here: (typeof placed)[number] = [];
    let column = 0;
    for (const cell of withinColumns(cells)) {
      while (taken[y]?.[column] === true) column += 1;
      const before = here.at(-1);
      if (column >= maxColumns && before !== undefined) {
        here[here.length - 1] = {
          ...before,
          cell: {
            ...before.cell,
            content: [...before.cell.content, { type: 'text', text: ' ' }, ...cell.content],
          },
        };
        continue;
      }
      const rowspan = Math.min(cell.rowspan, rows.length - y);
      let colspan = 1;
      while (colspan < cell.colspan && column + colspan < maxColumns && taken[y]?.[column + colspan] !== true)
        colspan += 1;
      for (let dy = 0; dy < rowspan; dy += 1)
        for (let dx = 0; dx < colspan; dx += 1) (taken[y + dy] as boolean[])[column + dx] = true;
      here.push({ cell, column, colspan, rowspan });
      column += colspan;
    }
    placed.push(here);
  });

  const columns = [...new Set(placed.flatMap((cells) => cells.map(({ column }) => column)))];
  return placed.map((cells, y) => ({
    type: 'tableRow',
    content: [
      ...cells.map(({ cell, column, colspan, rowspan }) => ({
        at: column,
        cell: written(cell, columns.filter((x) => x >= column && x < column + colspan).length, rowspan),
      })),
      ...columns
        .filter((x) => taken[y]?.[x] !== true)
        .map((column) => ({ at: column, cell: { type: 'tableCell' as const, content: [] } })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ cell }): Cell => cell),
  }));
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
