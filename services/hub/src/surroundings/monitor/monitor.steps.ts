import type { Permission } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';

export const deliveryPermissions: readonly Permission[] = [
  { roles: ['operator'], can: 'retry', on: 'Delivery' },
];

/** What a person may do with deliveries; which of them can be tried again is said by their rows. */
export const retrySteps = (who: Person): readonly Step[] =>
  offered([candidates(who, deliveryPermissions, 'Delivery')('retry', offerOf('retry', '重试'), null)]);
