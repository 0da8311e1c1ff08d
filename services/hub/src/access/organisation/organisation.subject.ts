import type { Subject } from '../../http/subject.ts';
import { organisationActs } from './organisation.acts.ts';
import { organisationPaths } from './organisation.paths.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { anybody, type Screened } from '../people/screens.ts';
import { kindTitles } from './organisation.rules.ts';

export const organisationSubject: Subject & Screened = {
  name: 'organisations',
  description: 'Bodies of the county and their liaisons',
  chapter: 130,
  acts: organisationActs,
  screens: [{ key: 'organisations', open: anybody, shows: ['organisations'], words: { kind: kindTitles } }],
  controllers: [OrganisationsController],
  paths: organisationPaths,
};
