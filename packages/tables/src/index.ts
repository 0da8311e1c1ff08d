export { readWorkbook, sheetOf } from './table.read.ts';
export { Unreadable, type Figures, type Sheet, type Table, type Workbook } from './table.ts';
export { writeCsv, writeXlsx } from './table.write.ts';
