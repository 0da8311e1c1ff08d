import type { Operation } from '@towncrier/contracts';
import type { Call } from './thread.ts';

/** What the kit must know of every operation: a new one does not compile before each question is answered. */
export interface OperationRules {
  /** Its calls when it is planned afresh. */
  readonly calls: Call['kind'];
  /** A later rank makes an earlier one moot. */
  readonly rank: (edition: number) => number;
  /** Whether it waits for quiet hours to be over, and ends at a deadline. */
  readonly canWait: boolean;
}

export const operationRules = {
  publish: { calls: 'show', rank: (edition) => edition, canWait: true },
  /** It outranks every edition and never waits. */
  withdraw: { calls: 'remove', rank: () => Number.MAX_SAFE_INTEGER, canWait: false },
} as const satisfies Readonly<Record<Operation, OperationRules>>;

/** A later edition outranks an earlier one. */
export const rank = (of: { readonly edition: number; readonly operation: Operation }): number =>
  operationRules[of.operation].rank(of.edition);
