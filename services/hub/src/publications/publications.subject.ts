import { publicationActs } from './publication.acts.ts';
import { publicationPaths } from './paths/publications.paths.ts';
import type { Subject } from '../http/subject.ts';
import { ChangesController } from './changes.controller.ts';
import { PreviewsController } from './previews.controller.ts';
import { PublicationsController } from './publications.controller.ts';
import { ConsequencesController } from './consequences/consequences.controller.ts';
import { ReleasesController } from './releases.controller.ts';
import { ReviewQueueController } from './review-queue.controller.ts';
import { ReviewsController } from './reviews.controller.ts';
import { anybody, type Screened } from '../access/people/screens.ts';
import { whoever } from '../access/permissions.ts';
import { essentialTitles } from '@towncrier/content';
import { afterwardsTitles, endingTitles, settledTitles } from './publication.history.ts';
import { isReviewer, publicationPermissions } from './publication.permissions.ts';
import { WritingController } from './writing/writing.controller.ts';
import { verdictTitles } from './publication.review.ts';
import { stateTitles } from './rules/states.ts';

export const publicationsSubject: Subject & Screened = {
  name: 'publications',
  description: 'The editorial workflow',
  chapter: 20,
  acts: publicationActs,
  screens: [
    {
      key: 'list',
      open: anybody,
      shows: ['publications'],
      words: {
        state: stateTitles,
        verdict: verdictTitles,
        ending: endingTitles,
        afterwards: afterwardsTitles,
        settled: settledTitles,
        essential: essentialTitles,
      },
    },
    { key: 'write', open: whoever(publicationPermissions, 'createPublication', 'Publication') },
    { key: 'reviews', open: isReviewer },
  ],
  controllers: [
    PublicationsController,
    ChangesController,
    ReviewsController,
    ReleasesController,
    ConsequencesController,
    PreviewsController,
    ReviewQueueController,
    WritingController,
  ],
  paths: publicationPaths,
};
