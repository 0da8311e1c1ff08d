import type { Loss } from '@towncrier/content';

/** Cells of a table as text, row by row. */
export type Table = readonly (readonly string[])[];

/** A table to be written, with numbers among its words. */
export type Figures = readonly (readonly (string | number)[])[];

/** One sheet that people see, and what of it is not in `table`. Row n of the sheet is `table[n - 1]`. */
export interface Sheet {
  readonly name: string;
  readonly table: Table;
  readonly losses: readonly Loss[];
}

/** Every visible sheet of a file in their order; `losses` are of the file as a whole (a hidden sheet). */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly losses: readonly Loss[];
}

/** The file is no table that can be read. In Chinese, for who chose the file. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** More cells with words than any catalogue or register of a county has; a file that has them is refused. */
export const maxCells = 100_000;
/** Rows and columns beyond these are refused where they hold words, and passed over where they are empty. */
export const maxRows = 50_000;
export const maxColumns = 256;

export const tooLarge = (): Unreadable =>
  new Unreadable(
    `表格过大（最多 ${maxRows} 行、${maxColumns} 列、${maxCells} 个有内容的单元格）；请拆成几份导入`,
  );
