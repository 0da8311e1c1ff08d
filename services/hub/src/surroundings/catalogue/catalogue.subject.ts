import { catalogueActs } from './catalogue.acts.ts';
import { CatalogueController } from './catalogue.controller.ts';
import { cataloguePaths } from './catalogue.paths.ts';
import { surrounding } from '../surrounding.ts';
import { composeCatalogue } from './catalogue.compose.ts';
import { anybody } from '../../access/people/screens.ts';
import { keepingSteps } from './catalogue.steps.ts';
import { manners, namesOf, stages, tiers } from './vocabulary.ts';

export const catalogueSubject = surrounding({
  name: 'catalogue',
  description: 'The disclosure catalogue, its versions, and what stays closed',
  chapter: 150,
  acts: catalogueActs,
  needs: {},
  compose: composeCatalogue,
  gives: ({ items, closed }) => ({
    instances: [items, closed],
    answers: { effectiveItem: (id) => items.effectiveItem(id) },
  }),
  screens: [
    {
      key: 'catalogue',
      open: anybody,
      steps: keepingSteps,
      shows: ['catalogue_versions', 'catalogue_closed'],
      words: { stage: namesOf(stages), tier: namesOf(tiers), manner: namesOf(manners) },
    },
  ],
  controllers: [CatalogueController],
  paths: cataloguePaths,
});
