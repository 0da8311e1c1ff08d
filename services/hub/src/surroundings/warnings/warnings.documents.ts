import type { CollectionSpec, Frozen, Plain } from '@towncrier/storage';
import { z } from 'zod';

const warningDoc = z.object({
  _id: z.string(),
  version: z.int(),
  identifier: z.string(),
  /** What it became; null while that is being made. */
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
export type WarningDoc = Frozen<z.infer<typeof warningDoc>>;
/** `_id` is the key of the message (`keyOf`); of those taken in before keys had a sender, the identifier. */
export const warnings: CollectionSpec<WarningDoc> = {
  name: 'warnings',
  schemaVersion: 2,
  schema: warningDoc,
  migrations: [withIdentifier],
  indexes: [['receivedAt'], ['identifier', 'receivedAt'], ['owesSince']],
};

/** 1 → 2: until then the identifier alone was the key, and a message did what it did at once. */
function withIdentifier(doc: Plain): Plain {
  return { ...doc, identifier: doc['_id'] as string, notes: [], ends: [], owesSince: null };
}
