import { kitCollections } from '@towncrier/channel-kit';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { acks, entries, heartbeats, keys, pages, plays } from './led.documents.ts';

/** All that this channel keeps. */
export const collections: readonly CollectionSpec<Doc>[] = [
  ...kitCollections,
  entries,
  pages,
  acks,
  plays,
  heartbeats,
  keys,
];
