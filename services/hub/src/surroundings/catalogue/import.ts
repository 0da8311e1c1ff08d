import type { Loss } from '@towncrier/content';
import { sheetOf, type Workbook } from '@towncrier/tables';
import { z } from 'zod';
import { ProblemError } from '../../http/problem.ts';
import { unknownRules } from './item.rules.ts';
import { item, type Item } from './item.ts';
import { headerOf } from './table/header.ts';
import { readRows, type RowReport } from './table/rows.ts';
import { readTables } from './table/table.ts';

const jsonRows = z.union([
  z.array(z.unknown()),
  z.object({ items: z.array(z.unknown()) }).transform((o) => o.items),
]);

/** What became of a file: every row, good or bad, and what of the file is in none of them. */
export interface CatalogueFile {
  readonly rows: readonly RowReport[];
  readonly losses: readonly Loss[];
}

/**
 * Reads a catalogue from JSON, CSV or XLSX, by the ending of its name.
 * @throws ProblemError 422 `unreadable`
 */
export async function readCatalogueFile(
  name: string,
  bytes: Uint8Array,
  known: readonly Item[],
): Promise<CatalogueFile> {
  return readCatalogue(name, /\.json$/i.test(name) ? bytes : await readTables(name, bytes), known);
}

/**
 * A catalogue out of the bytes of JSON, or out of tables.
 * @throws ProblemError 422 `unreadable`
 */
export function readCatalogue(
  name: string,
  given: Uint8Array | Workbook,
  known: readonly Item[],
): CatalogueFile {
  const { rows, losses } =
    given instanceof Uint8Array
      ? { rows: readJson(name, given), losses: [] }
      : readSheetRows(name, given, known);
  if (rows.length === 0 && losses.length === 0)
    throw new ProblemError(422, 'unreadable', `“${name}”里没有公开事项；请检查是否选错了文件`);
  return { rows: withDuplicates(rows), losses };
}

function readSheetRows(name: string, tables: Workbook, known: readonly Item[]): CatalogueFile {
  const { table, losses } = sheetOf(tables, (one) => headerOf(one) !== null);
  const header = headerOf(table);
  if (header === null)
    throw new ProblemError(
      422,
      'unreadable',
      `“${name}”的前十行里没有表头；请保留“一级事项、二级事项、公开内容、公开依据、公开时限、公开主体”等列名`,
    );
  if (header.unknown.length > 0)
    throw new ProblemError(
      422,
      'unreadable',
      `不认识的列：${header.unknown.join('、')}；请改成标准目录的列名，或删去这些列`,
    );
  return { rows: readRows(table, header, known), losses };
}

function readJson(name: string, bytes: Uint8Array): readonly RowReport[] {
  const rows = jsonRows.safeParse(parsed(name, bytes));
  if (!rows.success) throw new ProblemError(422, 'unreadable', `“${name}”应为事项的数组，或 {"items": […]}`);
  return rows.data.map((row, n) => {
    const read = item.safeParse(row);
    const said = row as { id?: unknown; level2?: unknown };
    const named = {
      row: n + 1,
      id: typeof said?.id === 'string' ? said.id : null,
      name: typeof said?.level2 === 'string' ? said.level2 : '',
    };
    const unknown = read.success ? unknownRules(read.data) : [];
    if (unknown.length > 0) return { ...named, problems: unknown.map((f) => f.message), item: null };
    return read.success
      ? { ...named, problems: [], item: read.data }
      : {
          ...named,
          problems: read.error.issues.map((i) => `${i.path.join('.') || '（整行）'}：${i.message}`),
          item: null,
        };
  });
}

function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ProblemError(422, 'unreadable', `“${name}”不是 UTF-8 编码的 JSON；请检查文件`, { cause });
  }
}

/** An id counts once: the second row that has it is a bad one. */
function withDuplicates(rows: readonly RowReport[]): readonly RowReport[] {
  const seen = new Map<string, number>();
  return rows.map((r) => {
    const first = r.id === null ? undefined : seen.get(r.id);
    if (r.id !== null && first === undefined) seen.set(r.id, r.row);
    return first === undefined
      ? r
      : { ...r, item: null, problems: [...r.problems, `编码 ${r.id} 与第 ${first} 行重复`] };
  });
}
