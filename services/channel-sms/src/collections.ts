import { kitCollections } from '@towncrier/channel-kit';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { recipients, results } from './recipients.ts';

/** All that this channel keeps. */
export const collections: readonly CollectionSpec<Doc>[] = [...kitCollections, recipients, results];
