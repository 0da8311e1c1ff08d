import { kitCollections } from '@towncrier/channel-kit';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { postings, sheets, standings } from './board.documents.ts';

/** All that this channel keeps. */
export const collections: readonly CollectionSpec<Doc>[] = [...kitCollections, standings, sheets, postings];
