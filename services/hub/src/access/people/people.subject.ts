import type { Subject } from '../../http/subject.ts';
import { peopleActs } from './people.acts.ts';
import { PeopleController } from './people.controller.ts';
import { peoplePaths } from './people.paths.ts';
import { whoever } from '../permissions.ts';
import { peoplePermissions } from './people.permissions.ts';
import { accountStates } from './people.documents.ts';
import { newAccountSteps } from './people.steps.ts';
import type { Screened } from './screens.ts';

export const peopleSubject: Subject & Screened = {
  name: 'people',
  description: 'Accounts and roles',
  chapter: 140,
  acts: peopleActs,
  screens: [
    {
      key: 'people',
      open: whoever(peoplePermissions, 'list', 'Person'),
      steps: newAccountSteps,
      shows: ['people'],
      words: { state: accountStates },
    },
  ],
  controllers: [PeopleController],
  paths: peoplePaths,
};
