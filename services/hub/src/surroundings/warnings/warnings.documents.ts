import type { CollectionSpec, Frozen, Plain } from '@towncrier/storage';
import { z } from 'zod';

/** A message that was taken in. `_id` is its key (`keyOf`); of those before keys had a sender, its identifier. */
const messageDoc = z.object({
  kind: z.literal('message'),
  _id: z.string(),
  version: z.int(),
  identifier: z.string(),
  /** What it became; null while that is being made, and where all that it names is still to come. */
  publication: z.string().nullable(),
  sender: z.string(),
  sent: z.string(),
  msgType: z.enum(['Alert', 'Update', 'Cancel']),
  status: z.string(),
  headline: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  /** What a person should know of how it was read and what it did. */
  notes: z.array(z.string()),
  /** Publications that are over once this one is out. */
  ends: z.array(z.string()),
  /** Since when (ISO 8601) it has such; null when all is done. */
  owesSince: z.string().nullable(),
  /** The message as it came, byte for byte. */
  xml: z.string(),
});
export type WarningDoc = Frozen<z.infer<typeof messageDoc>>;

/** A message that is over before it came: another of its sender, which came first, names it. */
const foretoldDoc = z.object({
  kind: z.literal('foretold'),
  /** `foretold`, then the key of the message that is still to come. */
  _id: z.string(),
  version: z.int(),
  identifier: z.string(),
  sender: z.string(),
  sent: z.string(),
  /** Key of the message that says so, what it is, whether an exercise, and its words. */
  by: z.string(),
  msgType: z.enum(['Update', 'Cancel']),
  drill: z.boolean(),
  words: z.string(),
  /** When (ISO 8601, UTC) this is forgotten. */
  until: z.string(),
});
export type ForetoldDoc = Frozen<z.infer<typeof foretoldDoc>>;

export type WarningsDoc = WarningDoc | ForetoldDoc;
export const warnings: CollectionSpec<WarningsDoc> = {
  name: 'warnings',
  schemaVersion: 3,
  schema: z.discriminatedUnion('kind', [messageDoc, foretoldDoc]),
  migrations: [withIdentifier, withKind],
  indexes: [['receivedAt'], ['identifier', 'receivedAt'], ['owesSince'], ['until']],
};

/** 1 → 2: until then the identifier alone was the key, and a message did what it did at once. */
function withIdentifier(doc: Plain): Plain {
  return { ...doc, identifier: doc['_id'] as string, notes: [], ends: [], owesSince: null };
}

/** 2 → 3: until then nothing was remembered of messages still to come. */
function withKind(doc: Plain): Plain {
  return { ...doc, kind: 'message' };
}
