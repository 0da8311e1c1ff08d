import { z } from 'zod';
import { channelId, instant, isoDate, lane, publicationId } from './edition.ts';
import { exchange } from './events/delivery-attempted.v1.ts';
import { ledgerRow, rowState, timelineEntry } from './ledger.ts';
import { operation } from './operation.ts';

/** What went wrong, the same for all it happened to: ids and numbers are no part of it. */
export const cause = z.object({
  key: z.string().regex(/^[0-9a-f]{12}$/),
  /** In the words of one it happened to. */
  words: z.string(),
});
export type Cause = z.infer<typeof cause>;

/** The one safe thing to do about a delivery, and what that does, in words. */
export const nextStep = z
  .object({
    act: z.enum(['retry', 'wait', 'by-hand', 'nothing']).meta({
      description:
        '`retry` ask the channel again; what is unknown is looked up first · `wait` it goes on by itself · ' +
        '`by-hand` done outside, and said so here · `nothing` there is nothing to do',
    }),
    words: z.string(),
    until: instant.optional(),
  })
  .meta({ id: 'NextStep' });
export type NextStep = z.infer<typeof nextStep>;

/** Where one edition stands on one channel: the last that was asked of the channel about it. */
export const matrixCell = z
  .object({
    channel: channelId,
    delivery: z.string(),
    operation,
    /** It takes down what stood. */
    removes: z.boolean(),
    state: rowState,
    words: z.string(),
    /** A person has to do something about it. */
    hand: z.boolean(),
    retryable: z.boolean(),
    cause: cause.optional(),
    /** Done outside the house, as somebody said with a reason. */
    byHand: z.boolean().optional(),
    /** How many places or people it has not reached, where that is counted. */
    left: z.int().nonnegative().optional(),
  })
  .meta({ id: 'MatrixCell' });
export type MatrixCell = z.infer<typeof matrixCell>;

export const matrixRow = z
  .object({
    publication: publicationId,
    edition: z.int().positive(),
    title: z.string(),
    /** Of the document, where it has one. */
    number: z.string().nullable(),
    /** Code of the organisation that speaks; null where the release did not say. */
    owner: z.string().nullable(),
    lane,
    releasedAt: instant,
    hand: z.boolean(),
    cells: z.array(matrixCell),
  })
  .meta({ id: 'MatrixRow' });
export type MatrixRow = z.infer<typeof matrixRow>;

/** What the matrix is narrowed by. Dates are civil dates in China, both inclusive. */
export const matrixFilter = z.strictObject({
  from: isoDate.optional(),
  to: isoDate.optional(),
  q: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Words of the title, number of the document, or id' }),
  organisation: z.string().max(100).optional(),
  channel: channelId.optional(),
  state: rowState.optional().meta({ description: 'At least one channel is there; with `channel`, this one' }),
  cause: cause.shape.key.optional(),
  hand: z.literal('yes').optional().meta({ description: 'Only what a person has to do something about' }),
});
export type MatrixFilter = z.infer<typeof matrixFilter>;

export const matrixPage = z
  .object({ items: z.array(matrixRow), cursor: z.string().optional() })
  .meta({ id: 'MatrixPage' });
export type MatrixPage = z.infer<typeof matrixPage>;

/** A piece of what happened to a delivery, on the clock. */
export const courseSpan = z
  .object({
    is: z.enum(['waiting', 'queued', 'attempt', 'far-end', 'rest']).meta({
      description:
        '`waiting` it was not to begin or to be tried before · `queued` nothing stood in the way · `attempt` one verb ' +
        'against the far end · `far-end` with the far end, until it was seen · `rest` how it ended',
    }),
    from: instant,
    to: instant,
    ms: z.int().nonnegative(),
    words: z.string(),
    /** It went wrong. */
    failed: z.boolean(),
    verb: timelineEntry.shape.verb.optional(),
    outcome: timelineEntry.shape.outcome.optional(),
    target: z.string().optional(),
    exchanges: z.array(exchange).optional(),
    cause: cause.optional(),
  })
  .meta({ id: 'CourseSpan' });
export type CourseSpan = z.infer<typeof courseSpan>;

/** All that happened to one delivery, and the one safe thing to do about it. */
export const deliveryCourse = z
  .object({
    row: ledgerRow,
    hand: z.boolean(),
    cause: cause.optional(),
    next: nextStep,
    byHand: z.string().nullable().meta({
      description: 'Why it cannot be said to have been done outside; null where it can',
    }),
    spans: z.array(courseSpan),
  })
  .meta({ id: 'DeliveryCourse' });
export type DeliveryCourse = z.infer<typeof deliveryCourse>;

const count = z.int().nonnegative();
/** All that a filter finds, in figures. */
export const matrixTotals = z
  .object({
    editions: count,
    deliveries: count,
    confirmed: count,
    hand: count,
    /** Of those that a person must do something about, the most frequent first. */
    causes: z.array(cause.extend({ count })),
    whole: z
      .boolean()
      .meta({ description: 'False where there are too many to count: then at least so many' }),
  })
  .meta({ id: 'MatrixTotals' });
export type MatrixTotals = z.infer<typeof matrixTotals>;
