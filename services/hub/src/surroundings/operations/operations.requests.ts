import { matrixFilter } from '@towncrier/contracts';
import { z } from 'zod';
import { steps } from '../../access/steps/step.ts';

export const deliveryId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}:\d+:[a-z][a-z0-9-]+:(publish|withdraw)$/);
const reason = z.string().trim().min(1).max(500);
export const retryRequest = z.strictObject({ reason: reason.optional() });
export const byHandRequest = z.strictObject({ reason });

const count = z.int().nonnegative();

/** What many retries would do, before they begin. */
export const retryEstimate = z
  .object({
    deliveries: count,
    channels: z.array(
      z.object({
        channel: z.string(),
        title: z.string(),
        deliveries: count,
        /** Who has not been reached yet, where that is known of every one. */
        people: count.nullable(),
      }),
    ),
    words: z.array(z.string()).meta({ description: 'What it may cost, where channels tell' }),
    most: z.boolean().meta({ description: 'There are more; so many go at once' }),
  })
  .meta({ id: 'RetryEstimate' });
export type RetryEstimate = z.infer<typeof retryEstimate>;

export const beginRetries = z.strictObject({
  filter: matrixFilter,
  reason,
  expected: count.meta({ description: 'As many as were counted; nothing begins where it has changed' }),
});
export type BeginRetries = z.infer<typeof beginRetries>;

export const batchState = z.enum(['running', 'paused', 'stopped', 'done']);
export type BatchState = z.infer<typeof batchState>;

/** Many retries under way, or over. */
export const batchView = z
  .object({
    id: z.string(),
    state: batchState,
    stateTitle: z.string(),
    /** Nothing more happens. */
    over: z.boolean(),
    by: z.string(),
    reason: z.string(),
    begunAt: z.string(),
    all: count,
    done: count,
    left: count,
    refused: count,
    /** The first hundred that were refused. */
    refusals: z.array(z.object({ delivery: z.string(), title: z.string(), words: z.string() })),
    steps,
  })
  .meta({ id: 'RetryBatch' });
export type BatchView = z.infer<typeof batchView>;

export const letterKey = z.string().regex(/^[0-9a-f]{12}$/);
export const settleLetters = z.strictObject({
  reason,
  expected: count.meta({ description: 'As many as were seen; nothing is done where it has changed' }),
});
export type SettleLetters = z.infer<typeof settleLetters>;
/** What became of them; at most a hundred go at once. */
export const lettersDone = z
  .object({
    done: count,
    left: count,
    refusals: z.array(z.object({ id: z.string(), words: z.string() })),
  })
  .meta({ id: 'LettersDone' });
export type LettersDone = z.infer<typeof lettersDone>;
