import type { Subject } from '../../http/subject.ts';
import { CatalogueController } from './catalogue.controller.ts';
import { cataloguePaths } from './catalogue.paths.ts';

export const catalogueSubject: Subject = {
  name: 'catalogue',
  description: 'The disclosure catalogue, its versions, and what stays closed',
  controllers: [CatalogueController],
  paths: cataloguePaths,
};
