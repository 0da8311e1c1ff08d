import { noChannels } from './draft.rules.ts';
import { unlessEndless } from './expiry.rules.ts';
import { releaseNow } from './release.rules.ts';
import { unlessChanged, unlessOwn } from './review.rules.ts';
import { inState } from './states.ts';
import { unlessOver } from './term.rules.ts';
import { done, refused, type Rule } from '../publication.commands.ts';
import { newest } from '../publication.ts';
import { sealOf } from '../publication.terms.ts';
import { differenceOf } from '../warning.choice.ts';

/**
 * How long (ms) a request for urgent release stands before it lapses, and how soon a release that went this
 * way must be reviewed. House rules.
 */
const requestStandsMs = 30 * 60_000;
const reviewWithinMs = 24 * 3_600_000;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/**
 * 应急先发后审: the duty officer asks, a second person confirms, and somebody else again reviews afterwards.
 */
export const requestUrgentRelease: Rule<'requestUrgentRelease'> = (
  { reason, numbered, renditions, unchecked, omitted, notCarried, remarks, chosen, by, at },
  state,
) =>
  inState(
    state,
    ['draft', 'submitted', 'in-review', 'awaiting-confirmation'],
    '应急先发只用于尚未发布、还没有进入审查的稿件',
    () => {
      const current = newest(state);
      if (current.lane !== 'urgent')
        return refused(
          'not-urgent',
          '应急先发只用于“应急”通道的稿件；请先把稿件的通道改为应急，或走正常审核',
        );
      if (current.drill) return refused('drill', '演练和测试信息不得在公众渠道发布；请在演练环境中进行');
      if (current.channels.length === 0) return noChannels;
      return unlessEndless(current, () =>
        unlessOver(state, at, () =>
          done({
            type: 'urgentReleaseRequested',
            reason,
            until: later(at, requestStandsMs),
            numbered,
            renditions,
            unchecked,
            omitted,
            notCarried,
            remarks,
            // asked for once more after it lapsed, it is still to be chosen again
            chosen: chosen ?? current.urgentRequest?.chosen,
            by,
            at,
          }),
        ),
      );
    },
  );

export const confirmUrgentRelease: Rule<'confirmUrgentRelease'> = (command, state) =>
  inState(state, ['awaiting-confirmation'], '没有等待确认的应急发布', () => {
    const current = newest(state);
    const { by, at, contentHash } = command;
    const request = current.urgentRequest;
    if (request === null || request.by === by)
      return refused('four-eyes', '应急发布须由申请人以外的第二人确认');
    if (at > request.until)
      return refused('request-lapsed', '应急发布申请已超过 30 分钟，自动失效；请重新申请，或走正常审核');
    const difference = differenceOf(request.chosen, command);
    if (difference !== null) return refused('chosen-otherwise', difference);
    return unlessOwn(by, current, state, () =>
      unlessChanged(command, current, () =>
        releaseNow(state, command, {
          type: 'urgentReleaseConfirmed',
          contentHash,
          seal: sealOf(current),
          reviewDueAt: later(at, reviewWithinMs),
          by,
          at,
        }),
      ),
    );
  });

export const reviewAfterwards: Rule<'reviewAfterwards'> = ({ edition, verdict, words, by, at }, state) => {
  const went = state.urgentReleases.find((r) => r.edition === edition);
  if (went === undefined || went.review !== null)
    return refused('wrong-state', '这一版没有等待补审的应急发布');
  const wrote = state.editions.find((e) => e.edition === edition)?.authors.includes(by) ?? false;
  if (wrote || by === went.requestedBy || by === went.confirmedBy)
    return refused('four-eyes', '补审须由撰稿人、申请人和确认人以外的人员办理');
  return done({ type: 'releaseReviewedAfterwards', edition, verdict, words, by, at });
};
