import { unlessUnread } from './return.reasons.ts';
import { inState, unreleased, wrongState } from './states.ts';
import { unlessOver } from './term.rules.ts';
import { done, refused, type Decision, type Given, type Rule } from '../publication.commands.ts';
import { newest, type EditionRecord, type Publication, type PublicationState } from '../publication.ts';
import { kindOf, passed, titleOf } from '../publication.review.ts';
import { sealOf } from '../publication.terms.ts';
import type { ReviewForm, ReviewKind } from '../review.kind.ts';

const inReview = ['submitted', 'in-review', 'secrecy-review', 'referred'] as const;
const undecided = inReview.filter((s) => s !== 'referred');

export const claimReview: Rule<'claimReview'> = ({ takeOver, by, at }, state) =>
  inState(state, inReview, notClaimable, () => {
    const current = newest(state);
    const kind = kindOf(current);
    if (kind === null) return wrongState(state, notClaimable);
    if (current.claim !== null && current.claim.by !== by && !takeOver)
      return refused('claimed', `该稿已由“${current.claim.by}”领取；如需接手，请选择“接手办理”`);
    return unlessOwn(by, current, state, () =>
      unlessPassed(by, current, kind, () => done({ type: 'reviewClaimed', kind, by, at })),
    );
  });
const notClaimable = '只有送审中的稿件可以领取';

export const approveEdition: Rule<'approveEdition'> = (command, state) =>
  whileWaiting(state, inReview, 'approval', '只有待审稿件可以审定', (kind) => pass(command, state, kind));

export const clearEdition: Rule<'clearEdition'> = (command, state) =>
  whileWaiting(state, inReview, 'clearance', '只有通过各级审核、轮到审查的稿件可以准予公开', (kind) =>
    pass(command, state, kind),
  );

/**
 * 政府信息公开条例 art. 17: who cannot tell whether it may be public asks the competent body; the edition
 * waits meanwhile.
 */
export const referEdition: Rule<'referEdition'> = ({ reason, code, by, at }, state) =>
  whileWaiting(state, undecided, 'clearance', '只有审查中的稿件可以报请确定', (kind) =>
    unlessOwn(by, newest(state), state, () => done({ type: 'editionReferred', kind, reason, code, by, at })),
  );

export const returnEdition: Rule<'returnEdition'> = ({ reason, code, by, at }, state) =>
  inState(
    state,
    unreleased.filter((s) => s !== 'draft'),
    '只有送审后、尚未发布的稿件可以退回',
    () =>
      unlessUnread(reason, () =>
        done({ type: 'editionReturned', kind: kindOf(newest(state)), reason, code, by, at }),
      ),
  );

/** The kind of review that is waited for, where it is of this form. */
function whileWaiting(
  state: Publication,
  allowed: readonly PublicationState[],
  form: ReviewForm,
  rule: string,
  then: (kind: ReviewKind) => Decision,
): Decision {
  return inState(state, allowed, rule, () => {
    const kind = kindOf(newest(state));
    return kind?.form === form ? then(kind) : wrongState(state, rule);
  });
}

interface Passing extends Given {
  readonly contentHash: string;
  readonly seal?: string | undefined;
}

function pass(command: Passing, state: Publication, kind: ReviewKind): Decision {
  const current = newest(state);
  const { by, at, contentHash } = command;
  return unlessOwn(by, current, state, () =>
    unlessChanged(command, current, () =>
      unlessPassed(by, current, kind, () => {
        if (current.claim !== null && current.claim.by !== by)
          return refused('claimed', `该稿已由“${current.claim.by}”领取；如需接手，请先选择“接手办理”`);
        const open = current.comments.filter((c) => c.settled === null);
        if (open.length > 0)
          return refused('open-comments', `还有 ${open.length} 条批注没有处理；请先逐条解决或免除，再审定`);
        return unlessOver(state, at, () =>
          done({ type: 'reviewPassed', kind, contentHash, seal: sealOf(current), by, at }),
        );
      }),
    ),
  );
}

/** Nobody gives two reviews of one edition, nor takes the second out of the queue. */
function unlessPassed(by: string, current: EditionRecord, kind: ReviewKind, then: () => Decision): Decision {
  const before = passed(current).find((r) => r.by === by);
  return before === undefined
    ? then()
    : refused('four-eyes', `您已办理过本稿的${titleOf(before)}，不能再作${kind.title}；请由另一位人员办理`);
}

/** Four eyes: nobody approves a content hash that they wrote or edited, in whichever edition that was. */
export function unlessOwn(
  by: string,
  current: EditionRecord,
  state: Publication,
  then: () => Decision,
): Decision {
  const wrote = [current, ...state.editions.filter((e) => e.contentHash === current.contentHash)].some((e) =>
    e.authors.includes(by),
  );
  return wrote
    ? refused('four-eyes', '您参与撰写或修改了这份稿件，不能审定自己的稿件；请由另一位审核人员审定')
    : then();
}

/** An approval is of exactly what was seen: words, channels, audience, schedule and matter. */
export function unlessChanged(
  seen: { readonly contentHash: string; readonly seal?: string | undefined },
  current: EditionRecord,
  then: () => Decision,
): Decision {
  if (seen.contentHash !== current.contentHash)
    return refused('content-changed', '稿件内容与您看到的不一致；请刷新后重新审阅再审定');
  if (seen.seal !== undefined && seen.seal !== sealOf(current))
    return refused('terms-changed', '稿件的渠道、受众、时间或类型与您看到的不一致；请刷新后重新审阅再审定');
  return then();
}
