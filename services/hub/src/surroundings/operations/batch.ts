import type { MatrixFilter, MatrixRow } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditFields } from '../../trail/audit.fact.ts';
import { batchState, type BatchState } from './operations.requests.ts';

const item = z.object({
  delivery: z.string(),
  title: z.string(),
  channel: z.string(),
  /** `asking`: begun, and not written down how it went. */
  is: z.enum(['left', 'asking', 'done', 'refused']),
  words: z.string().optional(),
});
export type Item = Frozen<z.infer<typeof item>>;

const batchDoc = z.object({
  _id: z.string(),
  version: z.int(),
  by: z.string(),
  from: z.string(),
  reason: z.string(),
  begunAt: z.string(),
  state: batchState,
  items: z.array(item),
  ...auditFields,
});
export type BatchDoc = Frozen<z.infer<typeof batchDoc>>;

export const retryBatches: CollectionSpec<BatchDoc> = {
  name: 'retry_batches',
  schemaVersion: 1,
  schema: batchDoc,
  indexes: [['state', 'begunAt'], ['begunAt'], ['unauditedAt']],
};

/** Of what a filter finds, the deliveries that wait for a person and may be asked for again. */
export const itemsOf = (
  rows: readonly MatrixRow[],
  { channel, state, cause }: MatrixFilter,
): readonly Item[] =>
  rows.flatMap(({ title, edition, cells }) =>
    cells
      .filter((cell) => cell.hand && cell.retryable)
      .filter((cell) => channel === undefined || cell.channel === channel)
      .filter((cell) => state === undefined || cell.state === state)
      .filter((cell) => cause === undefined || cell.cause?.key === cause)
      .map((cell) => ({
        delivery: cell.delivery,
        title: `${title}（第${edition}版）`,
        channel: cell.channel,
        is: 'left' as const,
      })),
  );

export const counted = ({ items }: Pick<BatchDoc, 'items'>) => {
  const of = (...states: readonly Item['is'][]): number =>
    items.filter(({ is }) => states.includes(is)).length;
  return { all: items.length, done: of('done'), left: of('left', 'asking'), refused: of('refused') };
};

export type Turn = 'pause' | 'resume' | 'stop';

/** What a turn leads to; null where it makes no sense. */
export const turned = (state: BatchState, turn: Turn): BatchState | null =>
  (
    {
      running: { pause: 'paused', stop: 'stopped', resume: null },
      paused: { resume: 'running', stop: 'stopped', pause: null },
      stopped: { pause: null, resume: null, stop: null },
      done: { pause: null, resume: null, stop: null },
    } as const
  )[state][turn];

/** The one item that was or is next; null when none is left. A begun one is asked for again under the same id. */
export const nextItem = ({ items }: Pick<BatchDoc, 'items'>): Item | null =>
  items.find(({ is }) => is === 'asking') ?? items.find(({ is }) => is === 'left') ?? null;

export const withItem = (doc: BatchDoc, of: string, more: Partial<Item>): BatchDoc => ({
  ...doc,
  items: doc.items.map((one) => (one.delivery === of ? { ...one, ...more } : one)),
});
