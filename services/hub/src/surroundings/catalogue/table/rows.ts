import { item, type Item } from '../item.ts';
import { readTimeLimit, repeatsAbove } from '../time-limit.ts';
import {
  audienceIn,
  basisIn,
  channelsIn,
  elementsIn,
  fieldIn,
  mannerIn,
  stageIn,
  tiersIn,
  unknownWordsIn,
  type Cells,
} from './cells.ts';
import { inherits, type Header } from './header.ts';
import type { Table } from './table.ts';

/** What became of one row; `row` counts from 1 as a spreadsheet does. An item with problems is not one. */
export interface RowReport {
  readonly row: number;
  readonly id: string | null;
  readonly name: string;
  readonly problems: readonly string[];
  readonly item: Item | null;
}

/**
 * Reads the rows below a heading. `known` gives ids to rows that name none: those of the same field and name
 * keep theirs. An item
 * whose time limit still reads the same keeps the rules somebody has written for it.
 */
export function readRows(table: Table, header: Header, known: readonly Item[]): readonly RowReport[] {
  const ids = new IdGiver(known);
  const rules = new Map(known.map((i) => [`${i.id} ${i.timeLimit.text}`, i.timeLimit]));
  let above: Cells = {};
  return table.slice(header.firstRow).flatMap((row, n) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const own = Object.fromEntries(
      header.columns.flatMap((column, i) =>
        column === null || column === 'ignored' ? [] : [[column, (row[i] ?? '').trim()]],
      ),
    );
    const cells: Cells = Object.fromEntries(
      Object.entries(own).map(([column, cell]) => [
        column,
        (cell === '' && inherits(column)) || repeatsAbove(cell) ? (above[column] ?? '') : cell,
      ]),
    );
    above = cells;
    const report = readRow(header.firstRow + n + 1, cells, ids);
    const kept =
      report.item === null ? undefined : rules.get(`${report.item.id} ${report.item.timeLimit.text}`);
    return [
      report.item === null || kept === undefined
        ? report
        : { ...report, item: { ...report.item, timeLimit: kept } },
    ];
  });
}

function readRow(row: number, cells: Cells, ids: IdGiver): RowReport {
  const names = namesIn(cells);
  const field = fieldIn(cells);
  const id = field === null ? (cells['id'] ?? '') : cells['id'] || ids.next(field, names.level1, names.name);
  const problems = problemsIn(cells, field, names.name);
  const candidate = item.safeParse({ id, field, ...fieldsIn(cells, names) });
  const bad = candidate.success || problems.length > 0 ? [] : candidate.error.issues.map(wordsFor(id));
  const all = [...problems, ...bad];
  return {
    row,
    id: id === '' ? null : id,
    name: names.name,
    problems: all,
    item: candidate.success && all.length === 0 ? candidate.data : null,
  };
}

interface Names {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  /** The most exact one. */
  readonly name: string;
}

function namesIn(cells: Cells): Names {
  const { level1 = '', level2 = '', level3 = '' } = cells;
  return { level1, level2, level3, name: level3 === '' ? level2 : level3 };
}

/** What a person has to put right in the file itself. */
function problemsIn(cells: Cells, field: string | null, name: string): readonly string[] {
  return [
    ...(field === null ? [`领域“${cells['field'] ?? ''}”不在本县的领域表中`] : []),
    ...(name === '' ? ['没有公开事项的名称'] : []),
    ...channelsIn(cells['channels'] ?? '').unknown.map((c) => `不认识的公开渠道“${c}”`),
    ...unknownWordsIn(cells),
    ...Object.entries(cells)
      .filter(([, cell]) => repeatsAbove(cell))
      .map(([column, cell]) => `“${cell}”上面没有可沿用的内容（${column}）`),
  ];
}

function fieldsIn(cells: Cells, { level1, level2, level3 }: Names): object {
  return {
    level1,
    level2: level2 === '' ? level3 : level2,
    level3: level3 === '' ? null : level3,
    elements: elementsIn(cells['elements'] ?? ''),
    basis: basisIn(cells['basis'] ?? ''),
    timeLimit: readTimeLimit(cells['timeLimit'] ?? ''),
    body: cells['body'] ?? '',
    lead: cells['lead'] || null,
    channels: channelsIn(cells['channels'] ?? '').channels,
    audience: audienceIn(cells),
    manner: mannerIn(cells),
    tier: tiersIn(cells),
    stage: stageIn(cells),
    ...(cells['note'] ? { note: cells['note'] } : {}),
  };
}

const wordsFor =
  (id: string) =>
  ({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string =>
    path[0] === 'id' ? `编码“${id}”不是“领域代码-序号”的形式，如 ZDXM-01` : `${path.join('.')}：${message}`;

/** Gives a row the id of the item it is, or the next free number of its field. */
class IdGiver {
  private readonly last = new Map<string, number>();
  private readonly byName: ReadonlyMap<string, string>;

  constructor(known: readonly Item[]) {
    this.byName = new Map(known.map((i) => [keyOf(i.field, i.level1, i.level3 ?? i.level2), i.id]));
    for (const { id, field } of known)
      this.last.set(field, Math.max(this.last.get(field) ?? 0, Number(id.split('-')[1])));
  }

  next(field: string, level1: string, name: string): string {
    const same = this.byName.get(keyOf(field, level1, name));
    if (same !== undefined) return same;
    const number = (this.last.get(field) ?? 0) + 1;
    this.last.set(field, number);
    return `${field}-${String(number).padStart(2, '0')}`;
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join(' ');
