import { operationRank, type LedgerRow } from '@towncrier/contracts';

/** The rows of the newest operation of one publication. */
export function newestOperation(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const newest = Math.max(0, ...rows.map(operationRank));
  return rows.filter((row) => operationRank(row) === newest);
}

/** Every addressed channel was seen to do what the newest operation asked. */
export function isComplete(rows: readonly LedgerRow[]): boolean {
  const newest = newestOperation(rows);
  return newest.length > 0 && newest.every((row) => row.state === 'confirmed');
}
