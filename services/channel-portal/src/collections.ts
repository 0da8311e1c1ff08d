import { kitCollections } from '@towncrier/channel-kit';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { cards, sightings } from './cards.ts';

/** All that this channel keeps. */
export const collections: readonly CollectionSpec<Doc>[] = [...kitCollections, cards, sightings];
