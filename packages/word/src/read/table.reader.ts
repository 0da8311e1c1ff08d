import {
  childOf,
  childrenOf,
  isFilled,
  numberOf,
  onOff,
  valueOf,
  wordsOf,
  type XmlElement,
} from '../xml/xml.element.ts';
import { chosenOf } from '../xml/alternative.ts';
import { cellContent } from './cell.content.ts';
import type { Reading } from './reading.ts';
import { textOf, type Block, type Cell, type PicturePiece } from './word.model.ts';

interface Placed {
  readonly cell: { -readonly [K in keyof Cell]: Cell[K] };
  readonly column: number;
  readonly continues: boolean;
}

/** What the cells of one table share. */
interface Grid {
  readonly reading: Reading;
  readonly pictures: PicturePiece[];
  /** Its style puts a colour behind cells, so white words may be seen. */
  readonly shaded: boolean;
}

/** A table with its spans; its cells hold words, their pictures stand behind it. */
export function readTable(element: XmlElement, reading: Reading): readonly Block[] {
  const name = reading.place.nextTable();
  tellRevisions(element, name, reading);
  const look = childOf(element, 'w:tblPr');
  const shaded = isFilled(childOf(look, 'w:shd')) || reading.styles.shades(valueOf(look, 'w:tblStyle'));
  const pictures: PicturePiece[] = [];
  const rows: Placed[][] = [];
  for (const row of rowsOf(element.children)) {
    const where = `${name}第${rows.length + 1}行`;
    if (isDeleted(row))
      reading.place.within(where, () => reading.lose('open-revision', `删除行：${wordsOf(row)}`));
    else rows.push(readRow(row, where, { reading, pictures, shaded }));
  }
  const merged = reading.place.within(name, () => mergeDown(rows, reading));
  return merged.length === 0 ? [] : [{ is: 'table', rows: merged, pictures }];
}

const looksThrough = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Rows, also those in controls. */
function rowsOf(elements: readonly XmlElement[], name = 'w:tr'): readonly XmlElement[] {
  return elements.flatMap((element) => {
    if (element.name === name) return [element];
    if (element.name === 'mc:AlternateContent') return rowsOf(chosenOf(element), name);
    return looksThrough.has(element.name) ? rowsOf(element.children, name) : [];
  });
}

const isDeleted = (row: XmlElement): boolean => childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined;

function readRow(row: XmlElement, where: string, grid: Grid): Placed[] {
  const { reading } = grid;
  const properties = childOf(row, 'w:trPr');
  const header = onOff(properties, 'w:tblHeader') ?? false;
  const empty = (count: number, column: number): Placed[] =>
    count === 0
      ? []
      : [{ cell: { colspan: count, rowspan: 1, header, blocks: [] }, column, continues: false }];
  const before = numberOf(valueOf(properties, 'w:gridBefore')) ?? 0;
  const placed = empty(before, 0);
  let column = before;
  for (const [i, cell] of rowsOf(row.children, 'w:tc').entries()) {
    const look = childOf(cell, 'w:tcPr');
    const span = Math.min(Math.max(numberOf(valueOf(look, 'w:gridSpan')) ?? 1, 1), 500);
    const blocks = reading.place.within(`${where}第${i + 1}格`, () => readCell(cell, look, grid));
    const left = placed.at(-1);
    // the old way of merging: the cell goes on in the one before it
    if (mergeOf(look, 'w:hMerge') === 'continue' && left !== undefined) {
      left.cell.colspan += span;
      reading.place.within(`${where}第${i + 1}格`, () => loseCovered(blocks, reading));
    } else
      placed.push({
        cell: { colspan: span, rowspan: 1, header, blocks },
        column,
        continues: mergeOf(look, 'w:vMerge') === 'continue',
      });
    column += span;
  }
  return [...placed, ...empty(numberOf(valueOf(properties, 'w:gridAfter')) ?? 0, column)];
}

/** Without a value, a merge mark continues (ISO/IEC 29500-1 §17.4.84). */
function mergeOf(properties: XmlElement | undefined, name: string): 'restart' | 'continue' | undefined {
  const mark = childOf(properties, name);
  if (mark === undefined) return undefined;
  return mark.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}

function readCell(
  cell: XmlElement,
  properties: XmlElement | undefined,
  { reading, pictures, shaded }: Grid,
): readonly Block[] {
  if (childOf(properties, 'w:cellDel') !== undefined) {
    reading.lose('open-revision', `删除单元格：${wordsOf(cell)}`);
    return [];
  }
  if (childOf(properties, 'w:cellIns') !== undefined) reading.lose('open-revision', '插入单元格');
  const isDark = shaded || isFilled(childOf(properties, 'w:shd'));
  const blocks = reading.walk.blocks(cell.children, reading, isDark);
  return cellContent(blocks, pictures, reading);
}

/** Words of a cell that another one covers: nobody sees them. */
function loseCovered(blocks: readonly Block[], reading: Reading): void {
  const words = blocks.map((block) => (block.is === 'paragraph' ? textOf(block) : '')).join(' ');
  if (words.trim() !== '') reading.lose('lost-cell', words);
}

/** A cell that continues the one above makes that one longer. */
function mergeDown(rows: readonly Placed[][], reading: Reading): readonly (readonly Cell[])[] {
  const open = new Map<number, Placed>();
  return rows.map((row) => {
    const stay = row.filter((placed) => {
      const above = placed.continues ? open.get(placed.column) : undefined;
      if (above === undefined) return true;
      above.cell.rowspan += 1;
      loseCovered(placed.cell.blocks, reading);
      return false;
    });
    for (const placed of stay) open.set(placed.column, placed);
    return stay.map(({ cell }) => cell);
  });
}

const changes = [
  'w:tblPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:cellMerge',
];

/** Marks of revision on the table, its rows and its cells, but not on what stands in them. */
function tellRevisions(table: XmlElement, where: string, reading: Reading): void {
  reading.place.within(where, () => {
    const properties = [childOf(table, 'w:tblPr'), childOf(table, 'w:tblGrid')];
    for (const row of rowsOf(table.children)) {
      properties.push(childOf(row, 'w:trPr'), childOf(row, 'w:tblPrEx'));
      for (const cell of rowsOf(row.children, 'w:tc')) properties.push(childOf(cell, 'w:tcPr'));
      if (childOf(childOf(row, 'w:trPr'), 'w:ins') !== undefined)
        reading.lose('open-revision', `插入行：${wordsOf(row)}`);
    }
    const changed = properties.flatMap((each) => changes.flatMap((name) => childrenOf(each, name)));
    if (changed.length > 0) reading.lose('open-revision', '表格格式改动', changed.length);
  });
}
