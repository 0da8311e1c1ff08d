import { CatalogueController } from './catalogue.controller.ts';
import { cataloguePaths } from './catalogue.paths.ts';
import { surrounding } from '../surrounding.ts';
import { composeCatalogue } from './catalogue.compose.ts';

export const catalogueSubject = surrounding({
  name: 'catalogue',
  description: 'The disclosure catalogue, its versions, and what stays closed',
  chapter: 150,
  needs: {},
  compose: composeCatalogue,
  gives: ({ items, closed }) => ({
    instances: [items, closed],
    answers: { effectiveItem: (id) => items.effectiveItem(id) },
  }),
  controllers: [CatalogueController],
  paths: cataloguePaths,
});
