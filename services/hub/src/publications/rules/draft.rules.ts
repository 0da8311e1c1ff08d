import { canonicalJson, endOfDayInChina } from '@towncrier/content';
import { unlessEndless } from './expiry.rules.ts';
import { inState, unreleased } from './states.ts';
import { openLosses } from '../losses/kept.loss.ts';
import { unlessOver } from './term.rules.ts';
import { done, refused, type Decision, type Rule } from '../publication.commands.ts';
import { channelsReached, inForceOf, newest, type Publication } from '../publication.ts';
import type { Schedule, Terms } from '../publication.terms.ts';

/**
 * Also an edition in review may be edited: it is a draft again, and whatever was approved about it is void.
 */
export const editDraft: Rule<'editDraft'> = ({ terms, losses, by, at }, state) =>
  inState(state, unreleased, '已发布的稿件不能直接修改，请使用“更正”', () => {
    const missing = channelsReached(state).filter((id) => !terms.channels.includes(id));
    if (missing.length > 0) {
      return refused(
        'channel-still-shows',
        `上一版已在这些渠道公开：${missing.join('、')}。更正必须送达上一版到过的每个渠道，请保留它们`,
      );
    }
    const { relayed, contentHash } = newest(state);
    if (relayed !== null && terms.relayed === relayed && terms.contentHash !== contentHash) return verbatim;
    return unlessBad(terms, () => done({ type: 'draftEdited', terms, losses, by, at }));
  });

/** An editor has compared with the original what the import could not carry over. */
export const checkLosses: Rule<'checkLosses'> = ({ losses, by, at }, state) =>
  inState(state, ['draft'], '只有草稿可以核对导入差异', () => {
    const open = openLosses(newest(state).losses ?? []).map(({ key }) => key);
    const checked = losses ?? open;
    if (checked.length === 0 || checked.some((key) => !open.includes(key)))
      return refused('no-such-loss', '没有这条待核对的导入差异；请刷新后再试');
    return done({ type: 'lossesChecked', losses: checked, by, at });
  });

export const submitEdition: Rule<'submitEdition'> = (
  { numbered, renditions, unchecked, omitted, accepted, leftOut, route, by, at },
  state,
) =>
  inState(state, ['draft'], '只有草稿可以送审', () => {
    if (newest(state).channels.length === 0) return noChannels;
    return unlessEndless(newest(state), () =>
      unlessOver(state, at, () =>
        done({
          type: 'editionSubmitted',
          numbered,
          renditions,
          unchecked,
          omitted,
          accepted,
          leftOut,
          route,
          by,
          at,
        }),
      ),
    );
  });

export const correctPublication: Rule<'correctPublication'> = (
  { terms, losses, reason, hidesEarlier, by, at },
  state,
) =>
  inState(state, ['released'], '只有已发布的稿件可以更正；若已有更正稿在办，请直接修改该稿', () => {
    const inForce = inForceOf(state) ?? newest(state);
    if (saysTheSame(terms, inForce))
      return refused('nothing-changed', '更正稿与现行版完全相同；请先修改内容或受众');
    if (inForce.relayed !== null && terms.relayed === inForce.relayed) return verbatim;
    const everywhere = { ...terms, channels: [...new Set([...channelsReached(state), ...terms.channels])] };
    return unlessBad(everywhere, () =>
      done({
        type: 'correctionDrafted',
        reason,
        corrects: inForce.edition,
        ...(hidesEarlier === true ? { hidesEarlier } : {}),
        terms: everywhere,
        losses,
        by,
        at,
      }),
    );
  });

/** The same words to the same people. Whom it reaches is corrected like what it says. */
const saysTheSame = (one: Terms, other: Terms): boolean =>
  one.contentHash === other.contentHash && canonicalJson(one.audience) === canonicalJson(other.audience);

export const noChannels = refused('no-channels', '稿件没有选择任何渠道；请在稿件中选择至少一个渠道后再送审');

/** 气象法 art. 22 and 25: warnings are passed on in the words of whoever issued them. */
const verbatim = refused(
  'verbatim',
  '转发的预警须使用发布单位的原文，不得修改（《气象法》第二十二条、第二十五条）；内容有变化请导入发布单位的更新报文',
);

/** A schedule that contradicts itself is refused before anybody reviews it. */
export function unlessBad({ schedule, noticeUntil }: Terms, then: () => Decision): Decision {
  const fault = scheduleFault(schedule);
  if (fault !== null) return refused('bad-schedule', fault);
  if (
    noticeUntil !== null &&
    schedule.expiresAt !== null &&
    Date.parse(schedule.expiresAt) < endOf(noticeUntil)
  ) {
    return refused(
      'notice-period',
      `公示期到 ${noticeUntil} 届满，不得提前结束；请把失效时间改到公示期届满之后，或留空`,
    );
  }
  return then();
}

function scheduleFault({ publishAt, embargoUntil, expiresAt }: Schedule): string | null {
  const [publish, embargo, expire] = [publishAt, embargoUntil, expiresAt].map((at) =>
    at === null ? null : Date.parse(at),
  );
  if (publish != null && embargo != null && publish < embargo)
    return '定时发布早于解禁时间；请把发布时间改到解禁之后';
  const from = publish ?? embargo;
  if (expire != null && from != null && expire <= from)
    return '失效时间不晚于发布时间；请改晚失效时间，或留空';
  return null;
}

/** A period ends with its last day (民法典 art. 203). */
const endOf = (day: string): number => Date.parse(endOfDayInChina(day));

export const noticeRuns = (state: Publication, at: string): string | null => {
  const until = inForceOf(state)?.noticeUntil ?? null;
  return until !== null && Date.parse(at) < endOf(until) ? until : null;
};
