import type { Subject } from '../../http/subject.ts';
import { PeopleController } from './people.controller.ts';
import { peoplePaths } from './people.paths.ts';

export const peopleSubject: Subject = {
  name: 'people',
  description: 'Accounts and roles',
  chapter: 140,
  controllers: [PeopleController],
  paths: peoplePaths,
};
