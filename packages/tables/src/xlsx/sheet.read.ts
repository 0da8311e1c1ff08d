import { maxCells, maxColumns, maxRows, tooLarge } from '../table.ts';
import { addressOf, areaOf, type Area } from './address.ts';
import { cellOf, type Cell, type Found, type Ground } from './cell.ts';
import { RichText } from './rich-text.ts';
import { flag, readXml, type Attributes } from './xml.ts';

/** What stands in a sheet's part, before anything is put together or left out. */
export interface RawSheet {
  /** By row and column, counted from 0; empty cells are not there. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merged: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
  readonly pictures: boolean;
  readonly notes: boolean;
}

/** @throws Unreadable beyond the largest table that is read */
export function readSheetPart(part: Uint8Array, ground: Ground): RawSheet {
  const sheet = new SheetParts(ground);
  readXml(part, {
    open: (name, attributes) => sheet.open(name, attributes),
    text: (words) => sheet.text(words),
    close: (name) => sheet.close(name),
  });
  return sheet;
}

class SheetParts implements RawSheet {
  readonly cells = new Map<number, Map<number, Cell>>();
  readonly merged: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns: { from: number; to: number }[] = [];
  pictures = false;
  notes = false;
  private row = -1;
  private column = -1;
  private found: Found | null = null;
  private into: 'value' | 'formula' | null = null;
  private readonly rich = new RichText();
  private count = 0;

  constructor(private readonly ground: Ground) {}

  open(name: string, attributes: Attributes): void {
    if (this.found !== null) this.openInCell(name, attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    else if (name === 'col' && flag(attributes, 'hidden'))
      this.hiddenColumns.push({ from: Number(attributes['min']) - 1, to: Number(attributes['max']) - 1 });
    else if (name === 'drawing' || name === 'picture') this.pictures = true;
    else if (name === 'legacyDrawing') this.notes = true;
  }

  text(words: string): void {
    if (this.found === null) return;
    if (this.into === 'value') this.found.value += words;
    else if (this.into === 'formula') this.found.formula += words;
    else this.rich.text(words);
  }

  close(name: string): void {
    if (name === 'c' && this.found !== null) this.closeCell(this.found);
    else if (name === 'v' || name === 'f') this.into = null;
    else this.rich.close(name);
  }

  private openRow(attributes: Attributes): void {
    this.row = attributes['r'] === undefined ? this.row + 1 : Number(attributes['r']) - 1;
    this.column = -1;
    if (flag(attributes, 'hidden')) this.hiddenRows.add(this.row);
  }

  private openCell({ r, s, t = 'n' }: Attributes): void {
    const at = r === undefined ? null : addressOf(r);
    this.column = at?.column ?? this.column + 1;
    this.row = at?.row ?? this.row;
    this.found = { type: t, style: Number(s ?? 0), value: '', formula: '', runs: [] };
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (name === 'v') this.into = 'value';
    else if (name === 'f') this.into = 'formula';
    else this.rich.open(name, attributes);
  }

  private closeCell(found: Found): void {
    this.found = null;
    const cell = cellOf({ ...found, runs: this.rich.take() }, this.ground);
    if (cell === null) return;
    this.count += 1;
    if (this.count > maxCells || this.row >= maxRows || this.column >= maxColumns) throw tooLarge();
    const row = this.cells.get(this.row) ?? new Map<number, Cell>();
    this.cells.set(this.row, row.set(this.column, cell));
  }

  private merge(reference: string): void {
    const area = areaOf(reference);
    if (area !== null) this.merged.push(area);
    if (this.merged.length > maxCells) throw tooLarge();
  }
}
