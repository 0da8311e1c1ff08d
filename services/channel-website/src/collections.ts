import { kitCollections } from '@towncrier/channel-kit';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { articles } from './manifest.ts';

/** All that this channel keeps. */
export const collections: readonly CollectionSpec<Doc>[] = [...kitCollections, articles];
