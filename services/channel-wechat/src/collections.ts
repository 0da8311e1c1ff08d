import { kitCollections } from '@towncrier/channel-kit';
import type { CollectionSpec, Doc } from '@towncrier/storage';
import { jobs } from './jobs.ts';
import { uploads } from './uploads.ts';

/** All that this channel keeps. */
export const collections: readonly CollectionSpec<Doc>[] = [...kitCollections, uploads, jobs];
