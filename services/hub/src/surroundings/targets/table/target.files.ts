import writeXlsxFile from 'write-excel-file/node';
import type { Table } from '../../catalogue/table/table.ts';

/** A table as a file that a spreadsheet opens; CSV in UTF-8 with the mark that Excel looks for. */
export interface TableFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export async function tableFile(table: Table, format: 'csv' | 'xlsx'): Promise<TableFile> {
  if (format === 'csv') return { type: 'text/csv; charset=utf-8', bytes: csvOf(table) };
  // codes are text: a spreadsheet would write 532502002000 as 5.3E+11
  const rows = table.map((row) => row.map((value) => ({ type: String, value })));
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeXlsxFile(rows).toBuffer(),
  };
}

const csvOf = (table: Table): Uint8Array =>
  Buffer.from(`\uFEFF${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`, 'utf8');

const csvCell = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
