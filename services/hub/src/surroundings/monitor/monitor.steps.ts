import type { Permission } from '../../access/permissions.ts';
import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered } from '../../access/steps/offered.ts';
import { text } from '../../access/steps/question.ts';
import { offerOf, type Step } from '../../access/steps/step.ts';

export const operationsPermissions: readonly Permission[] = [
  { roles: ['operator'], can: ['retry', 'by-hand'], on: 'Delivery' },
  { roles: ['operator'], can: ['again', 'void'], on: 'DeadLetter' },
];

const reason = text('reason', '理由', 500);

/** What a person may do with deliveries; whether it makes sense for one of them is said with it. */
export function deliverySteps(who: Person): readonly Step[] {
  const candidate = candidates(who, operationsPermissions, 'Delivery');
  return offered([
    candidate('retry', offerOf('retry', '重试'), null),
    candidate('by-hand', offerOf('by-hand', '已人工办结', { ask: [reason] }), null),
    candidate('retry', offerOf('retry-all', '批量重试', { ask: [reason] }), null),
  ]);
}

/** What a person may do with messages that nobody could handle. */
export function letterSteps(who: Person): readonly Step[] {
  const candidate = candidates(who, operationsPermissions, 'DeadLetter');
  return offered([
    candidate('again', offerOf('again', '重新投递', { ask: [reason] }), null),
    candidate('void', offerOf('void', '作废', { look: 'danger', ask: [reason] }), null),
  ]);
}
