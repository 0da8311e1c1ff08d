import type { LedgerRow } from '@towncrier/contracts';

const order = (row: Pick<LedgerRow, 'operation' | 'edition'>): number =>
  row.operation === 'withdraw' ? Number.MAX_SAFE_INTEGER : row.edition;

/** The rows of the newest operation of one publication. */
export function newestOperation(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const newest = Math.max(0, ...rows.map(order));
  return rows.filter((row) => order(row) === newest);
}

/** Every addressed channel was seen to do what the newest operation asked. */
export function isComplete(rows: readonly LedgerRow[]): boolean {
  const newest = newestOperation(rows);
  return newest.length > 0 && newest.every((row) => row.state === 'confirmed');
}
