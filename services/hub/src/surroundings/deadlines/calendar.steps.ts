import type { Permission } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { form } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';

export const calendarPermissions: readonly Permission[] = [
  { roles: ['system-admin', 'disclosure-officer'], can: 'announce', on: 'Calendar' },
];

/** What a person may do with the calendar without choosing a year first. */
export const calendarSteps = (who: Person): Step[] =>
  offered([
    candidates(who, calendarPermissions, 'Calendar')(
      'announce',
      offerOf('announce', '录入节假日安排', { ask: [form] }),
      null,
    ),
  ]);
