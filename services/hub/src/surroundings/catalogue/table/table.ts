import { readWorkbook, Unreadable, type Table, type Workbook } from '@towncrier/tables';
import { ProblemError } from '../../../http/problem.ts';

export type { Table };

/** @throws ProblemError 422 `unreadable` */
export function readTables(name: string, bytes: Uint8Array): Workbook {
  try {
    return readWorkbook(name, bytes);
  } catch (cause) {
    if (cause instanceof Unreadable) throw new ProblemError(422, 'unreadable', cause.message, { cause });
    throw cause;
  }
}
