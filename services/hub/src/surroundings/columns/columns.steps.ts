import type { Permission } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { form } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';

export const columnPermissions: readonly Permission[] = [
  { roles: ['disclosure-officer'], can: 'keep', on: 'Column' },
];

/** What a person may do with a column that is there; abolishing is a change of it. */
export const columnSteps = (who: Person): Step[] =>
  offered([
    candidates(who, columnPermissions, 'Column')('keep', offerOf('change', '修改', { ask: [form] }), null),
  ]);

export const newColumnSteps = (who: Person): Step[] =>
  offered([
    candidates(who, columnPermissions, 'Column')('keep', offerOf('create', '新栏目', { ask: [form] }), null),
  ]);
