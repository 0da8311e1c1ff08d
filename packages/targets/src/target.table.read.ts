import type { RegisteredTarget, RegisterProblem, TargetKind } from '@towncrier/contracts';
import type { Table } from '@towncrier/tables';
import {
  factOf,
  groupsOf,
  hoursOf,
  positionOf,
  shortenedOf,
  stateOf,
  takesOf,
  venueOf,
  type Read,
} from './target.cells.ts';
import { fixedColumns, fixedNames, kindColumns, type FixedColumn } from './target.columns.ts';

/** One row of the file. `write` is to be asked of the channel, which judges it; null when it has problems. */
export interface RowReport {
  /** As a spreadsheet counts, the heading being 1. */
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly problems: readonly RegisterProblem[];
  readonly write: {
    readonly row: number;
    readonly target: Readonly<Record<string, unknown>>;
    readonly secrets: Readonly<Record<string, string>>;
    readonly expected: number | null;
  } | null;
}

/** `problems` are of the file as a whole; then there are no rows. */
export interface TargetRows {
  readonly problems: readonly RegisterProblem[];
  readonly rows: readonly RowReport[];
}

/** What the rows are read against. */
export interface Ground {
  readonly kinds: readonly TargetKind[];
  /** The register as it is: a row of a known id changes that target, a column that is not there keeps it. */
  readonly known: ReadonlyMap<string, RegisteredTarget>;
  /** Codes of organisations by their names; a code itself is always understood. */
  readonly organisations: ReadonlyMap<string, string>;
}

/** Is this the sheet with the register? Its first row names the column of ids. */
export const hasTargets = ([heading = []]: Table): boolean =>
  heading.some((cell) => cell.trim() === fixedColumns.id);

export function readTargets(table: Table, ground: Ground): TargetRows {
  const [heading = [], ...rest] = table;
  const titles = heading.map((cell) => cell.trim());
  const problems = headingProblems(titles, ground.kinds);
  if (problems.length > 0) return { problems, rows: [] };
  const rows = rest.flatMap((cells, n) => {
    const byTitle = new Map(titles.map((title, i) => [title, cells[i] ?? '']));
    return cells.every((cell) => cell.trim() === '') ? [] : [readRow(n + 2, byTitle, ground)];
  });
  const none = { message: '表里没有终端', remedy: '请检查是否选错了文件' };
  return rows.length === 0 ? { problems: [none], rows } : { problems: [], rows };
}

function headingProblems(
  titles: readonly string[],
  kinds: readonly TargetKind[],
): readonly RegisterProblem[] {
  const known = new Set<string>([
    ...Object.values(fixedColumns),
    ...kinds.flatMap(kindColumns).map(({ title }) => title),
  ]);
  const named = titles.filter((title) => title !== '');
  const unknown = named.filter((title) => !known.has(title));
  const twice = named.filter((title, n) => named.indexOf(title) !== n);
  return [
    ...(titles.includes(fixedColumns.id)
      ? []
      : [{ row: 1, message: '第一行里没有“编号”一列', remedy: '请保留导出表的表头' }]),
    ...unknown.map((title) => ({
      row: 1,
      message: `不认识的列“${title}”`,
      remedy: `请删去该列，或改成：${[...known].join('、')}`,
    })),
    ...twice.map((title) => ({ row: 1, message: `“${title}”一列出现了两次`, remedy: '请删去其中一列' })),
  ];
}

function readRow(row: number, cells: ReadonlyMap<string, string>, ground: Ground): RowReport {
  const cell = (name: FixedColumn): string | undefined => cells.get(fixedColumns[name])?.trim();
  const id = cell('id') ?? '';
  const before = ground.known.get(id);
  const problems: RegisterProblem[] = [];
  /** What the cell says, or what is kept where there is no such column. */
  const take = (
    field: string,
    of: string | undefined,
    kept: unknown,
    read: (cell: string) => Read,
  ): unknown => {
    if (of === undefined) return kept;
    const said = shortenedIn(field, of) ?? read(of);
    if ('value' in said) return said.value;
    problems.push({ row, target: id, field, message: said.fault, remedy: said.remedy });
    return kept;
  };
  const said = (word: string): Read => ({ value: word === '' ? undefined : word });
  const kind = ground.kinds.find((one) => one.id === cell('kind') || one.title === cell('kind'));
  const sameKind = kind ?? ground.kinds.find((one) => one.id === before?.kind);
  const [longitude, latitude] = [cell('longitude'), cell('latitude')];
  const whole = longitude === undefined && latitude === undefined ? undefined : '';
  const { facts, secrets } = factsOf(sameKind, cells, before, take);
  const target = {
    id: take('id', id, id, said),
    title: take('title', cell('title'), before?.title, said),
    kind: kind?.id ?? take('kind', cell('kind'), before?.kind, said),
    owner: take('owner', cell('owner'), before?.owner, (word) =>
      said(ground.organisations.get(word) ?? word),
    ),
    area: take('area', cell('area'), before?.area, said),
    venue: take('venue', cell('venue'), before?.venue ?? null, venueOf),
    groups: take('groups', cell('groups'), before?.groups ?? [], groupsOf),
    position: take('position', whole, before?.position ?? null, () =>
      positionOf(longitude ?? '', latitude ?? ''),
    ),
    hours: take('hours', cell('hours'), before?.hours ?? null, hoursOf),
    takes: take('takes', cell('takes'), before?.takes ?? [], takesOf),
    state: take('state', cell('state'), before?.state ?? { is: 'active' }, stateOf),
    facts,
  };
  const write = problems.length > 0 ? null : { row, target, secrets, expected: before?.version ?? null };
  return { row, id, title: cell('title') ?? before?.title ?? '', problems, write };
}

type Take = (field: string, of: string | undefined, kept: unknown, read: (cell: string) => Read) => unknown;

/** Facts and secrets of the row's kind; what stands in a column of another kind is a problem. */
function factsOf(
  kind: TargetKind | undefined,
  cells: ReadonlyMap<string, string>,
  before: RegisteredTarget | undefined,
  take: Take,
): { readonly facts: Record<string, unknown>; readonly secrets: Record<string, string> } {
  const columns = kind === undefined ? [] : kindColumns(kind);
  const facts: Record<string, unknown> = { ...before?.facts };
  const secrets: Record<string, string> = {};
  for (const { name, title, type } of columns) {
    const cell = cells.get(title)?.trim();
    if (cell === undefined) continue;
    if (type === 'secret') {
      if (cell !== '') secrets[name] = cell;
    } else if (cell === '') delete facts[name];
    else
      facts[name] = take(`facts.${name}`, cell, facts[name], (word) =>
        prefixed(title, shortenedOf(word) ?? factOf(word, type)),
      );
  }
  const own = new Set<string>([
    ...columns.map(({ title }) => title),
    ...fixedNames.map((n) => fixedColumns[n]),
  ]);
  const wrong = (title: string): Read => ({
    fault: `这种类型的终端没有“${title}”`,
    remedy: `请清空这一行的“${title}”`,
  });
  if (kind !== undefined)
    for (const [title, cell] of cells)
      if (title !== '' && !own.has(title) && cell.trim() !== '')
        take('facts', cell, null, () => wrong(title));
  return { facts, secrets };
}

/** Of the columns that every target has; those of facts know their titles themselves. */
function shortenedIn(field: string, cell: string): Read | null {
  const column = fixedNames.find((name) => name === field);
  const shortened = column === undefined ? null : shortenedOf(cell);
  return column === undefined || shortened === null ? null : prefixed(fixedColumns[column], shortened);
}

const prefixed = (title: string, read: Read): Read =>
  'fault' in read ? { ...read, fault: `“${title}”${read.fault}` } : read;
