import { registeredTarget, target } from '@towncrier/contracts';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { z } from 'zod';

/** A secret as it is stored; see `secret.envelope.ts`. All three are base64. */
export const envelope = z.strictObject({
  /** Id of the key that opens it. */
  key: z.string(),
  nonce: z.string(),
  /** Cipher text and, at its end, the tag of 16 bytes. */
  sealed: z.string(),
});
export type Envelope = z.infer<typeof envelope>;

const envelopes = z.record(z.string(), envelope);
const { id: _id, ...told } = target.shape;

/** A target as the register keeps it; `_id` is the target's id. Nothing is ever deleted. */
export const targetDoc = z.strictObject({
  _id,
  version: z.int(),
  ...told,
  secrets: envelopes,
  /** Counts its changes from 1. Compare-and-set is on this: secrets get a new key without a change. */
  change: z.int().positive(),
  changedBy: z.string(),
  changedAt: z.string(),
});
export type TargetDoc = z.infer<typeof targetDoc>;

export const targets: CollectionSpec<TargetDoc> = {
  name: 'targets',
  schemaVersion: 1,
  schema: targetDoc,
  indexes: [],
};

/**
 * One change of one target: the register's own trace. Written before the change is committed and read when it
 * is applied, so it holds the new target as a whole; the envelopes leave it once they stand in the target.
 * It counts only if `write` was committed, that is, when `revision` is at most the register's and `change` is
 * what the target got.
 */
export const targetChange = z.strictObject({
  /** `write` and the place in it. */
  _id: z.string(),
  version: z.int(),
  write: z.string(),
  revision: z.int().positive(),
  target: _id,
  before: registeredTarget.nullable(),
  after: registeredTarget,
  /** What stands in the target afterwards, until it does. */
  secrets: envelopes.nullable(),
  by: z.string(),
  at: z.string(),
});
export type TargetChange = z.infer<typeof targetChange>;

export const targetChanges: CollectionSpec<TargetChange> = {
  name: 'target-changes',
  schemaVersion: 1,
  schema: targetChange,
  indexes: [['write'], ['target'], ['revision']],
};

/** The one document whose compare-and-set makes a write of many targets happen, all of it or nothing. */
export const registerHead = z.strictObject({
  _id: z.literal('register'),
  version: z.int(),
  /** Counts the writes. */
  revision: z.int().nonnegative(),
  /** Committed and not yet wholly in the targets. */
  applying: z.strictObject({ write: z.string(), rows: z.int().positive() }).nullable(),
  /** When the first start filled it; it is never filled again. */
  seededAt: z.string().nullable(),
});
export type RegisterHead = z.infer<typeof registerHead>;

export const registerHeads: CollectionSpec<RegisterHead> = {
  name: 'target-register',
  schemaVersion: 1,
  schema: registerHead,
  indexes: [],
};

/** What the register keeps in the channel's store. */
export const registerCollections: readonly CollectionSpec<Doc>[] = [targets, targetChanges, registerHeads];
