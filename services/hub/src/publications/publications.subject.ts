import { publicationPaths } from './paths/publications.paths.ts';
import type { Subject } from '../http/subject.ts';
import { ChangesController } from './changes.controller.ts';
import { PreviewsController } from './previews.controller.ts';
import { PublicationsController } from './publications.controller.ts';
import { ReleasesController } from './releases.controller.ts';
import { ReviewQueueController } from './review-queue.controller.ts';
import { ReviewsController } from './reviews.controller.ts';

export const publicationsSubject: Subject = {
  name: 'publications',
  description: 'The editorial workflow',
  chapter: 20,
  controllers: [
    PublicationsController,
    ChangesController,
    ReviewsController,
    ReleasesController,
    PreviewsController,
    ReviewQueueController,
  ],
  paths: publicationPaths,
};
