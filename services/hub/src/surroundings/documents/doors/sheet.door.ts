import { escapeHtml, lossElement, tag, type Loss } from '@towncrier/content';
import { ImportRefused, importThreads } from '@towncrier/imports';
import type { Sheet, Workbook } from '@towncrier/tables';
import { ProblemError } from '../../../http/problem.ts';
import type { FileSource } from './file.source.ts';
import { told } from '../../../publications/losses/told.loss.ts';

/**
 * A spreadsheet as tables: every sheet that people see, each cell as it is shown.
 * @throws ProblemError 422 `unreadable`
 */
export async function readSheetFile(name: string, bytes: Uint8Array): Promise<FileSource> {
  const { sheets, losses: ofFile } = await workbookOf(name, bytes);
  const filled = sheets.filter(({ table }) => table.some((row) => row.some((cell) => cell.trim() !== '')));
  const losses: readonly Loss[] = [...ofFile, ...sheets.flatMap((sheet) => sheet.losses)];
  const titled = filled.length > 1;
  const source = [...filled.map((sheet) => sheetHtml(sheet, titled)), ...losses.map(lossElement)].join('\n');
  return { format: 'html', source, losses: losses.map(told) };
}

async function workbookOf(name: string, bytes: Uint8Array): Promise<Workbook> {
  try {
    return await importThreads.table(name, bytes);
  } catch (cause) {
    if (!(cause instanceof ImportRefused)) throw cause;
    throw new ProblemError(422, 'unreadable', `“${name}”：${cause.message}`, { cause });
  }
}

function sheetHtml({ name, table }: Sheet, titled: boolean): string {
  const rows = table.filter((row) => row.some((cell) => cell.trim() !== ''));
  const columns = Math.max(0, ...rows.map(widthOf));
  const cells = rows.map((row, y) =>
    Array.from({ length: columns }, (_, x) => tag(y === 0 ? 'th' : 'td', {}, words(row[x] ?? ''))).join(''),
  );
  const heading = titled ? tag('h2', {}, escapeHtml(name)) : '';
  return heading + tag('table', {}, ...cells.map((row) => tag('tr', {}, row)));
}

/** Up to the last cell with words. */
const widthOf = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;

const words = (cell: string): string => escapeHtml(cell).replaceAll('\n', '<br>');
