import { ImportRefused, importThreads } from '@towncrier/imports';
import type { Table, Workbook } from '@towncrier/tables';
import { ProblemError } from '../../../http/problem.ts';

export type { Table };

/** @throws ProblemError 422 `unreadable` */
export async function readTables(name: string, bytes: Uint8Array): Promise<Workbook> {
  try {
    return await importThreads.table(name, bytes);
  } catch (cause) {
    if (cause instanceof ImportRefused) throw new ProblemError(422, 'unreadable', cause.message, { cause });
    throw cause;
  }
}
