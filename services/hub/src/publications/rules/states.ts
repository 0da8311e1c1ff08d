import { refused, type Decision } from '../publication.commands.ts';
import { stateOf, type Publication, type PublicationState } from '../publication.ts';

export const stateTitles: Readonly<Record<PublicationState, string>> = {
  draft: '草稿',
  submitted: '待审',
  'in-review': '审核中',
  'secrecy-review': '保密审查',
  referred: '已报请确定',
  'awaiting-confirmation': '应急待确认',
  approved: '已审定',
  scheduled: '待定时发布',
  released: '已发布',
  withdrawn: '已撤回',
  expired: '已失效',
  repealed: '已废止',
  archived: '已归档',
};

/** States of an edition that nobody outside has seen. */
export const unreleased: readonly PublicationState[] = [
  'draft',
  'submitted',
  'in-review',
  'secrecy-review',
  'referred',
  'awaiting-confirmation',
  'approved',
  'scheduled',
];

export function inState(
  state: Publication,
  allowed: readonly PublicationState[],
  rule: string,
  then: () => Decision,
): Decision {
  const current = stateOf(state);
  return allowed.includes(current)
    ? then()
    : refused('wrong-state', `当前状态为“${stateTitles[current]}”。${rule}`);
}
