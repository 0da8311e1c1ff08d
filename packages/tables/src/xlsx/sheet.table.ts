import { LossList, type Loss } from '@towncrier/content';
import { maxCells, tooLarge, type Table } from '../table.ts';
import { lettersOf } from './address.ts';
import type { Cell } from './cell.ts';
import type { RawSheet } from './sheet.read.ts';

type Row = ReadonlyMap<number, Cell>;

/** A sheet as a table: merged cells filled, hidden and struck ones left out and told. */
export class SheetTable {
  private readonly losses = new LossList();

  /** @param named what stands before a place: “工作表“目录””, or nothing where there is one sheet only */
  constructor(
    private readonly sheet: RawSheet,
    private readonly named: string,
  ) {}

  read(): { readonly table: Table; readonly losses: readonly Loss[] } {
    const rows = filled(this.sheet);
    const height = Math.max(-1, ...rows.keys()) + 1;
    const table = Array.from({ length: height }, (_, n) => this.rowOf(n, rows.get(n) ?? new Map()));
    if (this.sheet.pictures) this.losses.add('picture', this.named);
    if (this.sheet.notes) this.losses.add('cell-note', this.named);
    return { table, losses: this.losses.all };
  }

  private rowOf(n: number, row: Row): readonly string[] {
    const seen = new Map([...row].filter(([column]) => this.isSeen(n, column, row)));
    const place = `${this.named}第${n + 1}行`;
    if (this.sheet.hiddenRows.has(n)) return this.leaveOut('hidden-row', place, seen);
    const cells = [...seen.values()];
    if (cells.length > 0 && cells.every(({ text, struck }) => text.trim() === '' && struck !== ''))
      return this.leaveOut('struck-row', place, seen);
    for (const [column, cell] of seen)
      if (this.sheet.cells.get(n)?.has(column) === true) this.tell(`${place}${lettersOf(column)}列`, cell);
    const width = Math.max(-1, ...seen.keys()) + 1;
    return Array.from({ length: width }, (_, column) => seen.get(column)?.text ?? '');
  }

  private isSeen(n: number, column: number, row: Row): boolean {
    const hidden = this.sheet.hiddenColumns.some(({ from, to }) => column >= from && column <= to);
    if (hidden && !this.sheet.hiddenRows.has(n) && this.sheet.cells.get(n)?.has(column) === true)
      this.losses.add(
        'hidden-column',
        `${this.named}${lettersOf(column)}列`,
        n === 0 ? wordsIn([row.get(column)]) : '',
      );
    return !hidden;
  }

  private leaveOut(kind: 'hidden-row' | 'struck-row', place: string, row: Row): readonly string[] {
    if (row.size > 0) this.losses.add(kind, place, wordsIn([...row.values()]));
    return [];
  }

  private tell(place: string, { struck, loss }: Cell): void {
    if (struck !== '') this.losses.add('struck-text', place, struck);
    if (loss !== null) this.losses.add(loss.kind, place, loss.words);
  }
}

const wordsIn = (cells: readonly (Cell | undefined)[]): string =>
  cells.map((cell) => (cell === undefined ? '' : cell.text + cell.struck)).join(' ');

/** Every cell of a merged area holds what its first one holds, as far as the sheet has words. */
function filled({ cells, merged }: RawSheet): ReadonlyMap<number, Row> {
  const rows = new Map<number, Map<number, Cell>>([...cells].map(([n, row]) => [n, new Map(row)]));
  const lastRow = Math.max(-1, ...cells.keys());
  const lastColumn = Math.max(-1, ...[...cells.values()].flatMap((row) => [...row.keys()]));
  let count = 0;
  for (const { from, to } of merged) {
    const first = cells.get(from.row)?.get(from.column);
    if (first === undefined) continue;
    for (let n = from.row; n <= Math.min(to.row, lastRow); n += 1) {
      const row = rows.get(n) ?? new Map<number, Cell>();
      rows.set(n, row);
      for (let column = from.column; column <= Math.min(to.column, lastColumn); column += 1) {
        count += 1;
        if (count > maxCells) throw tooLarge();
        row.set(column, first);
      }
    }
  }
  return rows;
}
