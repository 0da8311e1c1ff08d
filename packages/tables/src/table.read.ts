import { readCsv } from './csv.read.ts';
import { Unreadable, type Sheet, type Table, type Workbook } from './table.ts';
import { readXlsx } from './xlsx/workbook.read.ts';

/**
 * Reads CSV, or every sheet of an XLSX file that people see, each cell as it is shown there.
 * @throws Unreadable in words for who chose the file
 */
export function readWorkbook(name: string, bytes: Uint8Array): Workbook {
  try {
    if (/\.xlsx$/iu.test(name)) return readXlsx(bytes);
    return { sheets: [{ name: '', table: readCsv(bytes), losses: [] }], losses: [] };
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable(`读不出“${name}”里的表格；请另存为 .xlsx 或 UTF-8 编码的 .csv 后重新导入`, {
      cause,
    });
  }
}

/**
 * The first sheet that is what somebody looks for (has the heading), or else the first one; with all that is
 * not in its table: other sheets with words in them, too.
 */
export function sheetOf({ sheets, losses }: Workbook, looksRight: (table: Table) => boolean): Sheet {
  const filled = sheets.filter(({ table, losses: lost }) => lost.length > 0 || table.some(hasWords));
  const chosen = filled.find(({ table }) => looksRight(table)) ?? filled[0];
  if (chosen === undefined) return { name: '', table: [], losses };
  const others = filled
    .filter((one) => one !== chosen)
    .map(({ name, table }) => ({
      kind: looksRight(table) ? ('other-table' as const) : ('other-sheet' as const),
      where: `工作表“${name}”`,
      count: 1,
    }));
  return { ...chosen, losses: [...chosen.losses, ...others, ...losses] };
}

const hasWords = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');
