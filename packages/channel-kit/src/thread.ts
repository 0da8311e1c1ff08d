import {
  evidence,
  endingAct,
  knownPosting,
  lane,
  operation,
  publicationId,
  quietHours,
  settledOutcome,
} from '@towncrier/contracts';
import { outboxFields } from '@towncrier/messaging';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';
import { renditionForms } from './rendition.forms.ts';
import { reaches } from './register/reaches.ts';
import { storeIdentities } from './store.identity.ts';
import { withPostingsPerCall } from './thread.migrations.ts';
import { registerCollections } from './register/target.documents.ts';

/**
 * A thread is all a channel has done and still owes for one publication. One document, so that one
 * compare-and-set
 * orders everything: a correction cannot overtake a call that is under way, and a withdrawal sees what was
 * sent.
 */

/**
 * One irreversible call. `ready` not begun · `calling` begun, result not recorded (after a crash: unknown) ·
 * `pending` accepted by the far end · `unknown` nobody can say yet · `done` the far end said yes · `seen` the
 * public end was seen to show it · `skipped` overtaken before it began.
 */
export const callState = z.enum(['ready', 'calling', 'pending', 'unknown', 'done', 'seen', 'skipped']);

/** Why nobody but a person can bring a call further; what it has done so far stays in its state. */
const ended = z.strictObject({ outcome: z.enum(['refused', 'expired', 'failed']), words: z.string() });

/** Of those that one call is for: how many show it, and who does not, with the reason. */
export const parts = z.strictObject({
  shown: z.int().nonnegative(),
  of: z.int().nonnegative(),
  exceptions: z.array(z.strictObject({ target: z.string(), words: z.string() })).max(20),
});

export const call = z.strictObject({
  number: z.int().nonnegative(),
  /** `show` puts an edition up · `remove` takes down what stands, or tells that it no longer holds. */
  kind: z.enum(['show', 'remove']),
  /** Where; null when it is for several targets at once, or for the only far end of a channel without a register. */
  target: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  /** Keys of the postings that a removal takes back. */
  removes: z.array(z.string()),
  state: callState,
  startedAt: z.string().nullable(),
  prepared: z.json().nullable(),
  reference: z.string().nullable(),
  url: z.string().nullable(),
  hint: z.string().nullable(),
  /** Looks taken since the call came to rest; drives the ladder. */
  looks: z.int().nonnegative(),
  /** How often the irreversible call may have been heard by the far end. */
  sends: z.int().nonnegative(),
  /** Failed tries since the last success; drives the ladder. */
  tries: z.int().nonnegative(),
  /** Since when it has failed without a success between; null when it does not. */
  failingSince: z.string().nullable(),
  /** Whether a person was told that it fails for long; it is tried again all the same. */
  asked: z.boolean(),
  nextAt: z.string(),
  words: z.string(),
  parts: parts.nullable(),
  ended: ended.nullable(),
});
export type Call = z.infer<typeof call>;

export const delivery = z.strictObject({
  id: z.string(),
  edition: z.int().positive(),
  operation,
  lane,
  title: z.string(),
  releasedAt: z.string(),
  deadline: z.string().nullable(),
  /** When its words cease to be valid; absent where they do not. No person can put it off. */
  expiresAt: z.string().optional(),
  /** Of a withdrawal: how the publication ended; absent where the event did not say. */
  act: endingAct.optional(),
  /** It may not begin in these hours; absent for what is urgent or disturbs nobody. */
  quiet: quietHours.optional(),
  acceptedAt: z.string(),
  traceparent: z.string().nullable(),
  /** Attempts of any verb, for the timeline. */
  attempts: z.int().nonnegative(),
  /** Failed tries before there were any calls. */
  tries: z.int().nonnegative(),
  calls: z.array(call),
  /** Not planned before. */
  nextAt: z.string(),
  lastWords: z.string(),
  /** Hash of what its calls put up; null before the first one began. */
  hash: z.string().nullable(),
  /** Whether the event said what the ledger knows to stand. */
  ledgerAsked: z.boolean(),
  settled: z.strictObject({ outcome: settledOutcome, at: z.string(), evidence }).nullable(),
  /** How often it has come to rest; makes each settled event distinct. */
  settlements: z.int().nonnegative(),
});
export type Delivery = z.infer<typeof delivery>;

export const thread = z.strictObject({
  _id: publicationId,
  version: z.int(),
  deliveries: z.array(delivery),
  /** What the ledger knows this channel to have put up, and its own store has no memory of. */
  remembered: z.array(knownPosting.omit({ channel: true })),
  /** When the next step is due; null at rest. */
  dueAt: z.string().nullable(),
  /** Lane of the most urgent open delivery. */
  lane,
  updatedAt: z.string(),
  lease: z.strictObject({ token: z.string(), until: z.string() }).nullish(),
  ...outboxFields,
});
export type Thread = z.infer<typeof thread>;

export const threads: CollectionSpec<Thread> = {
  name: 'threads',
  schemaVersion: 2,
  schema: thread,
  migrations: [withPostingsPerCall],
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
export const batchDoc = z.object({
  _id: z.string(),
  version: z.int(),
  targets: z.array(z.string()),
  /** The target that carries it; absent where none does, and in batches of an earlier release. */
  via: z.string().optional(),
});
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
  reaches,
  storeIdentities,
  renditionForms,
  ...registerCollections,
];

/** What one irreversible call of a plan is for. */
export type Part = Pick<Call, 'kind' | 'target' | 'removes'>;

export const freshCall = (number: number, part: Part, now: string): Call => ({
  number,
  ...part,
  state: 'ready',
  startedAt: null,
  prepared: null,
  reference: null,
  url: null,
  hint: null,
  looks: 0,
  sends: 0,
  tries: 0,
  failingSince: null,
  asked: false,
  nextAt: now,
  words: '',
  parts: null,
  ended: null,
});

/** Same for every attempt of the same call. The only batch of a delivery goes by the delivery's own id. */
export const callKey = (deliveryId: string, number: number): string =>
  number === 0 ? deliveryId : `${deliveryId}#${number}`;

/** The delivery that a call belongs to, by the call's key. */
export const deliveryOfCall = (key: string): string => key.split('#', 1)[0] ?? key;
