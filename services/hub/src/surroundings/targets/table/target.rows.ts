import { target, type RegisteredTarget, type RegisterProblem, type TargetKind } from '@towncrier/contracts';
import { ProblemError } from '../../../http/problem.ts';
import type { Table } from '../../catalogue/table/table.ts';
import type { Row } from '../targets.service.ts';
import { factIn, hoursIn, listIn, positionIn, stateIn, takesIn, venueIn } from './target.cells.ts';
import { factColumns, headings, ownColumns, type FactColumn, type OwnColumn } from './target.columns.ts';

/** What a row is read with: the kinds of the channel, and the targets that it knows. */
export interface Known {
  readonly kinds: readonly TargetKind[];
  readonly targets: ReadonlyMap<string, RegisteredTarget>;
}

/** Rows that can be written, and what is wrong with the others; `row` counts as a spreadsheet does. */
export interface ReadRows {
  readonly rows: readonly Row[];
  readonly problems: readonly RegisterProblem[];
}

type Cells = ReadonlyMap<string, string>;

/**
 * Reads a table whose first row is its heading. A column that is not there leaves what stands as it is; an
 * empty secret does, too.
 * @throws ProblemError 422 `unreadable` for a table that is none of targets
 */
export function readTargets(name: string, table: Table, known: Known): ReadRows {
  const heading = (table[0] ?? []).map((cell) => cell.trim());
  const strangers = heading.filter((title) => title !== '' && !headings(known.kinds).includes(title));
  if (!heading.includes(ownColumns.id))
    throw unreadable(`“${name}”第一行里没有“${ownColumns.id}”一列；请以导出的表为模板`);
  if (strangers.length > 0)
    throw unreadable(`不认识的列：${strangers.join('、')}；请改成导出的表里的列名，或删去这些列`);
  const read = table.slice(1).flatMap((row, n) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cells = new Map(heading.map((title, i) => [title, (row[i] ?? '').trim()]));
    return [readRow(n + 2, cells, known)];
  });
  if (read.length === 0) throw unreadable(`“${name}”里没有终端；请检查是否选错了文件`);
  return { rows: read.flatMap(({ rows }) => rows), problems: read.flatMap(({ problems }) => problems) };
}

const unreadable = (words: string): ProblemError => new ProblemError(422, 'unreadable', words);

function readRow(row: number, cells: Cells, { kinds, targets }: Known): ReadRows {
  const id = cells.get(ownColumns.id) ?? '';
  const stands = targets.get(id) ?? null;
  const word = cells.get(ownColumns.kind) ?? stands?.kind ?? '';
  const kind = kinds.find((k) => k.id === word || k.title === word);
  if (kind === undefined) {
    const titles = kinds.map(({ title }) => title).join('、');
    return problem(row, id, 'kind', `没有类型“${word}”`, `本渠道的类型有：${titles}`);
  }
  const columns = factColumns(kind);
  const candidate = target.safeParse({
    ...ownFields(cells, stands),
    id,
    kind: kind.id,
    facts: factsIn(cells, columns, stands),
  });
  if (!candidate.success) {
    const [issue] = candidate.error.issues;
    const path = issue?.path.map(String).join('.') ?? '';
    return problem(
      row,
      id,
      path,
      `“${titleOf(path)}”填写有误`,
      `请以导出的表为模板（${issue?.message ?? ''}）`,
    );
  }
  const expected = stands?.version ?? null;
  return {
    rows: [{ row, target: candidate.data, secrets: secretsIn(cells, columns), expected }],
    problems: [],
  };
}

function problem(row: number, id: string, field: string, message: string, remedy: string): ReadRows {
  return { rows: [], problems: [{ row, ...(id === '' ? {} : { target: id }), field, message, remedy }] };
}

const titleOf = (path: string): string => {
  const [first = '', second = ''] = path.split('.');
  const own: Readonly<Record<string, string>> = ownColumns;
  return own[second] ?? own[first] ?? path;
};

/** What the table says, or what stands, or what a new target has when nobody says. */
function ownFields(cells: Cells, stands: RegisteredTarget | null): object {
  const said = <T>(column: OwnColumn, read: (cell: string) => T, otherwise: T): T => {
    const cell = cells.get(ownColumns[column]);
    return cell === undefined ? otherwise : read(cell);
  };
  const hasPlace = cells.has(ownColumns.longitude) || cells.has(ownColumns.latitude);
  const at = (column: OwnColumn): string => cells.get(ownColumns[column]) ?? '';
  return {
    title: said('title', String, stands?.title ?? ''),
    owner: said('owner', String, stands?.owner ?? ''),
    area: said('area', String, stands?.area ?? ''),
    venue: said<unknown>('venue', venueIn, stands?.venue ?? null),
    groups: said<readonly string[]>('groups', listIn, stands?.groups ?? []),
    position: hasPlace ? positionIn(at('longitude'), at('latitude')) : (stands?.position ?? null),
    hours: said<unknown>('hours', hoursIn, stands?.hours ?? null),
    takes: said<unknown>('takes', takesIn, stands?.takes ?? 'everybody'),
    state: said<unknown>('state', stateIn, stands?.state ?? { is: 'active' }),
  };
}

function factsIn(
  cells: Cells,
  columns: readonly FactColumn[],
  stands: RegisteredTarget | null,
): Record<string, unknown> {
  const said = columns.flatMap(({ name, title, schema }) => {
    const cell = cells.get(title);
    if (schema === null) return [];
    const value = cell === undefined ? stands?.facts[name] : factIn(cell, schema);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

const secretsIn = (cells: Cells, columns: readonly FactColumn[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap(({ name, title, schema }) => {
      const cell = cells.get(title) ?? '';
      return schema === null && cell !== '' ? [[name, cell] as const] : [];
    }),
  );
