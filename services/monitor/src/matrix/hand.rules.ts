import { operationRank, type LedgerEntry, type RowState } from '@towncrier/contracts';

/** At rest without having arrived: nothing happens any more unless a person does something. */
const stranded: ReadonlySet<RowState> = new Set(['failed', 'refused', 'expired']);

/** Tried again by itself, which may be in vain. */
const stuck: ReadonlySet<RowState> = new Set(['waiting', 'unknown']);

type Row = Pick<LedgerEntry, 'channel' | 'edition' | 'operation' | 'state'> & {
  readonly asks?: boolean | undefined;
  readonly byHand?: object | undefined;
};

/** Something later was asked of the same channel: whatever became of this one, it is no longer to go out. */
export const isOutranked = (row: Row, all: readonly Row[]): boolean =>
  all.some((other) => other.channel === row.channel && operationRank(other) > operationRank(row));

/** Whether a person has to do something about a delivery. `all`: the deliveries of its publication. */
export function needsHand(row: Row, all: readonly Row[]): boolean {
  if (row.byHand !== undefined || isOutranked(row, all)) return false;
  return stranded.has(row.state) || (row.asks === true && stuck.has(row.state));
}
