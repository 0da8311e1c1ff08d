import { channelAnnounced, channelId } from '@towncrier/contracts';
import type { CollectionSpec, Frozen } from '@towncrier/storage';
import { z } from 'zod';
import { auditedFields } from '../../trail/audited.store.ts';

const instant = z.string();

/** A channel that announced itself once. `_id` is its id. */
const knownChannelDoc = z.object({
  _id: channelId,
  version: z.int(),
  /** What it said of itself last. */
  announced: channelAnnounced,
  /** Instants (ISO 8601); the last one is at most a minute behind. */
  firstSeen: instant,
  lastSeen: instant,
  /** Who took it out of the directory, and why; null for a channel that is addressed. */
  removed: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  ...auditedFields,
});
export type KnownChannelDoc = Frozen<z.infer<typeof knownChannelDoc>>;

export const knownChannels: CollectionSpec<KnownChannelDoc> = {
  name: 'known-channels',
  schemaVersion: 1,
  schema: knownChannelDoc,
  indexes: [['unauditedAt']],
};

/** As the directory tells of it. `online`: it announces itself now. */
export interface KnownChannel {
  readonly id: string;
  readonly online: boolean;
  readonly doc: KnownChannelDoc;
}
