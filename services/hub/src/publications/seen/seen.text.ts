import { sha256 } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';

/** How long (ms) it is remembered what somebody looked at. */
export const rememberedMs = 365 * 24 * 3_600_000;

const text = z.object({ contentHash: sha256, at: z.string() });
/** A text that somebody had before their eyes, and when they last had. */
export type SeenText = Frozen<z.infer<typeof text>>;

const seenDoc = z.object({
  _id: z.string(),
  version: z.int().positive(),
  last: text,
  /** Another text, which they had before that; null when there was none. */
  before: text.nullable(),
  at: z.string(),
});
export type SeenDoc = Frozen<z.infer<typeof seenDoc>>;
/** `_id` is the publication and the person: what they saw of it last, told to nobody else. */
export const seenTexts: CollectionSpec<SeenDoc> = {
  name: 'seen_texts',
  schemaVersion: 1,
  schema: seenDoc,
  indexes: [['at']],
};

export const seenRequest = z
  .strictObject({ contentHash: sha256.meta({ description: 'The text that is before their eyes' }) })
  .meta({ id: 'SeenText' });
