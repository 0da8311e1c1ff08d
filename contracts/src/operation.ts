import { z } from 'zod';

/** What is asked of a channel. A correction is `publish` of the next edition. */
export const operation = z.enum(['publish', 'withdraw']);
export type Operation = z.infer<typeof operation>;

/** What everybody must know of an operation. */
export interface OperationRules {
  /** 中文, as the console names it. */
  readonly title: string;
  /** Whether its calls put an edition up, or take down what stands. */
  readonly calls: 'show' | 'remove';
  /** A later rank makes an earlier one moot. */
  readonly rank: (edition: number) => number;
  /** Whether it waits for quiet hours to be over, and ends at a deadline. */
  readonly canWait: boolean;
  /** Last part of the id of the event that asks for it. */
  readonly event: string;
}

/** The closed list: a new operation compiles nowhere before each of these questions is answered. */
export const operationRules = {
  publish: { title: '发布', calls: 'show', rank: (edition) => edition, canWait: true, event: 'released' },
  withdraw: {
    title: '撤回',
    calls: 'remove',
    // it outranks every edition and never waits
    rank: () => Number.MAX_SAFE_INTEGER,
    canWait: false,
    event: 'withdrawn',
  },
} as const satisfies Readonly<Record<Operation, OperationRules>>;

/** A later edition outranks an earlier one, a withdrawal every edition. */
export const operationRank = (of: { readonly edition: number; readonly operation: Operation }): number =>
  operationRules[of.operation].rank(of.edition);

/** Whether it puts an edition up. */
export const shows = (of: { readonly operation: Operation }): boolean =>
  operationRules[of.operation].calls === 'show';
