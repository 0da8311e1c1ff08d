import { checkLosses, correctPublication, editDraft, submitEdition, unlessBad } from './rules/draft.rules.ts';
import {
  archivePublication,
  expirePublication,
  liftWarning,
  repealPublication,
  wake,
  withdrawPublication,
} from './rules/ending.rules.ts';
import { cancelSchedule, publishEdition } from './rules/release.rules.ts';
import { answerComment, makeComment, settleComment } from './rules/remark.rules.ts';
import {
  approveEdition,
  claimReview,
  clearEdition,
  referEdition,
  returnEdition,
} from './rules/review.rules.ts';
import { confirmUrgentRelease, requestUrgentRelease, reviewAfterwards } from './rules/urgent.rules.ts';
import { done, refused, type Command, type Decision, type Rule } from './publication.commands.ts';
import type { Publication } from './publication.ts';

type Changing = Exclude<Command['type'], 'createPublication'>;

const rules: { readonly [T in Changing]: Rule<T> } = {
  editDraft,
  checkLosses,
  submitEdition,
  claimReview,
  approveEdition,
  clearEdition,
  referEdition,
  returnEdition,
  answerComment,
  makeComment,
  settleComment,
  publishEdition,
  cancelSchedule,
  requestUrgentRelease,
  confirmUrgentRelease,
  reviewAfterwards,
  correctPublication,
  withdrawPublication,
  expirePublication,
  repealPublication,
  liftWarning,
  archivePublication,
  wake,
};

/**
 * All rules of the editorial workflow. Pure: who, when, ids and what the channels answered come in with the
 * command.
 */
export function decide(command: Command, state: Publication | null): Decision {
  if (command.type === 'createPublication') {
    const { id, organisation, terms, losses, by, at } = command;
    if (state !== null) return refused('already-exists', '同一编号的发布件已经存在，请重新提交');
    return unlessBad(terms, () =>
      done({ type: 'publicationCreated', id, organisation, terms, losses, by, at }),
    );
  }
  if (state === null) return refused('not-found', '没有这个发布件，请核对编号');
  const rule = rules[command.type] as Rule<typeof command.type>;
  return rule(command as never, state);
}
