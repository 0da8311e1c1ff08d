import { evidence, lane, operation, publicationId, quietHours, settledOutcome } from '@towncrier/contracts';
import { outboxFields } from '@towncrier/messaging';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import { registerCollections } from './register/target.documents.ts';

/**
 * A thread is all a channel has done and still owes for one publication. One document, so that one
 * compare-and-set
 * orders everything: a correction cannot overtake a call that is under way, and a withdrawal sees what was
 * sent.
 */

const posting = z.object({
  edition: z.int(),
  reference: z.string(),
  url: z.string().optional(),
  hash: z.string(),
});

/**
 * One irreversible call. `ready` not begun · `calling` begun, result not recorded (after a crash: unknown) ·
 * `pending` accepted by the
 * far end · `unknown` nobody can say yet · `done` the far end said yes · `seen` the public end was seen to
 * show it · `skipped` overtaken
 * before it began.
 */
export const callState = z.enum(['ready', 'calling', 'pending', 'unknown', 'done', 'seen', 'skipped']);
export const call = z.object({
  number: z.int().nonnegative(),
  state: callState,
  startedAt: z.string().nullable(),
  prepared: z.json().nullable(),
  reference: z.string().nullable(),
  url: z.string().nullable(),
  hint: z.string().nullable(),
  /** Looks taken since the call came to rest; drives the ladder. */
  looks: z.int().nonnegative(),
});
export type Call = z.infer<typeof call>;

export const delivery = z.object({
  id: z.string(),
  edition: z.int().positive(),
  operation,
  lane,
  title: z.string(),
  releasedAt: z.string(),
  deadline: z.string().nullable(),
  /** It may not begin in these hours; absent for what is urgent or disturbs nobody. */
  quiet: quietHours.optional(),
  acceptedAt: z.string(),
  traceparent: z.string().nullable(),
  /** Attempts of any verb, for the timeline. */
  attempts: z.int().nonnegative(),
  /** Failed tries since the last success; drives the ladder. */
  tries: z.int().nonnegative(),
  calls: z.array(call),
  nextAt: z.string(),
  lastWords: z.string(),
  settled: z.object({ outcome: settledOutcome, at: z.string(), evidence }).nullable(),
  /** How often it has come to rest; makes each settled event distinct. */
  settlements: z.int().nonnegative(),
});
export type Delivery = z.infer<typeof delivery>;

export const thread = z.object({
  _id: publicationId,
  version: z.int(),
  deliveries: z.array(delivery),
  /** What stands at the far end now. */
  posting: posting.nullable(),
  /** When the next step is due; null at rest. */
  dueAt: z.string().nullable(),
  /** Lane of the most urgent open delivery. */
  lane,
  updatedAt: z.string(),
  lease: z.object({ token: z.string(), until: z.string() }).nullish(),
  ...outboxFields,
});
export type Thread = z.infer<typeof thread>;

export const threads: CollectionSpec<Thread> = {
  name: 'threads',
  schemaVersion: 1,
  schema: thread,
  indexes: [['lane', 'dueAt'], ['outboxAt'], ['updatedAt']],
};

/** The event as it arrived; immutable, the id is the delivery's. */
export const inboxDoc = z.object({
  _id: z.string(),
  version: z.int(),
  envelope: z.looseObject({ type: z.string() }),
});
export type InboxDoc = z.infer<typeof inboxDoc>;
export const inbox: CollectionSpec<InboxDoc> = {
  name: 'inbox',
  schemaVersion: 1,
  schema: inboxDoc,
  indexes: [],
};

/** The targets of one batch; immutable, the id is the call's idempotency key. */
export const batchDoc = z.object({ _id: z.string(), version: z.int(), targets: z.array(z.string()) });
export type BatchDoc = z.infer<typeof batchDoc>;
export const batches: CollectionSpec<BatchDoc> = {
  name: 'batches',
  schemaVersion: 1,
  schema: batchDoc,
  indexes: [],
};

/** What the kit keeps for every channel. */
export const kitCollections: readonly CollectionSpec<Doc>[] = [
  threads,
  inbox,
  batches,
  ...registerCollections,
];

/** A withdrawal outranks every edition; a later edition outranks an earlier one. */
export function rank(of: Pick<Delivery, 'edition' | 'operation'>): number {
  return of.operation === 'withdraw' ? Number.MAX_SAFE_INTEGER : of.edition;
}

export const freshCall = (number: number): Call => ({
  number,
  state: 'ready',
  startedAt: null,
  prepared: null,
  reference: null,
  url: null,
  hint: null,
  looks: 0,
});

/** Same for every attempt of the same call. The only batch of a delivery goes by the delivery's own id. */
export const callKey = (deliveryId: string, number: number): string =>
  number === 0 ? deliveryId : `${deliveryId}#${number}`;
