export { readTable, Unreadable, type Table } from './table.read.ts';
export { writeCsv, writeXlsx } from './table.write.ts';
