import { publicationPaths } from '../openapi/publications.paths.ts';
import type { Subject } from '../subject.ts';
import { PreviewsController } from './previews.controller.ts';
import { PublicationsController } from './publications.controller.ts';

export const publicationsSubject: Subject = { name: 'publications', description: 'The editorial workflow', controllers: [PublicationsController, PreviewsController], paths: publicationPaths };
