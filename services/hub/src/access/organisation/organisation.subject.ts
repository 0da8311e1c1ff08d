import type { Subject } from '../../http/subject.ts';
import { organisationPaths } from './organisation.paths.ts';
import { OrganisationsController } from './organisations.controller.ts';

export const organisationSubject: Subject = {
  name: 'organisations',
  description: 'Bodies of the county and their liaisons',
  chapter: 130,
  controllers: [OrganisationsController],
  paths: organisationPaths,
};
