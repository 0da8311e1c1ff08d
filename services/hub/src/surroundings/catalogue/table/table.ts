import { readTable as read, Unreadable, type Table } from '@towncrier/tables';
import { ProblemError } from '../../../http/problem.ts';

export type { Table };

/** @throws ProblemError 422 `unreadable` */
export async function readTable(name: string, bytes: Uint8Array): Promise<Table> {
  try {
    return await read(name, bytes);
  } catch (cause) {
    if (cause instanceof Unreadable) throw new ProblemError(422, 'unreadable', cause.message, { cause });
    throw cause;
  }
}
