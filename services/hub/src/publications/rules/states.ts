import { refused, type Decision } from '../publication.commands.ts';
import { editionState } from '../publication.record.ts';
import { kindOf } from '../publication.review.ts';
import { newest, stateOf, type Publication, type PublicationState } from '../publication.ts';

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
  lifted: '已解除',
  archived: '已归档',
};

/** How a publication can have ended. */
export const endedStates: readonly PublicationState[] = ['withdrawn', 'expired', 'repealed', 'lifted'];

/** States of an edition that nobody outside has seen. */
export const unreleased: readonly PublicationState[] = editionState.options.filter(
  (state) => state !== 'released',
);

/** Somebody is to read or confirm it before it goes on. */
export const inReview: readonly PublicationState[] = unreleased.filter(
  (state) => state !== 'draft' && state !== 'approved' && state !== 'scheduled',
);

export function inState(
  state: Publication,
  allowed: readonly PublicationState[],
  rule: string,
  then: () => Decision,
): Decision {
  return allowed.includes(stateOf(state)) ? then() : wrongState(state, rule);
}

/** Refused with the state it is in; a clearance goes by its own name. */
export function wrongState(state: Publication, rule: string): Decision {
  const current = stateOf(state);
  const title = current === 'secrecy-review' ? kindOf(newest(state))?.title : undefined;
  return refused('wrong-state', `当前状态为“${title ?? stateTitles[current]}”。${rule}`);
}
