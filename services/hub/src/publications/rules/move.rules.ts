import { endOfDayInChina, minuteInChina } from '@towncrier/content';
import { refused, type Decision } from '../publication.commands.ts';
import { newest, stateOf, type EditionRecord, type Publication } from '../publication.ts';
import { pick, type Terms } from '../publication.terms.ts';
import { unlessBad } from './draft.rules.ts';
import { unreleased, wrongState } from './states.ts';

type Refused = Extract<Decision, { kind: 'refused' }>;
export type Moved = { readonly kind: 'moved'; readonly terms: Terms } | Refused;

/**
 * The terms with another hour to go out at. That is a change of what was approved (ADR 7): whoever moves it makes
 * a draft of it, and the reviews begin anew.
 */
export function moveRelease(state: Publication, publishAt: string, at: string): Moved {
  if (!unreleased.includes(stateOf(state))) return wrong(wrongState(state, '只有尚未发布的稿件可以改时间'));
  const current = newest(state);
  if (current.schedule.publishAt === null)
    return wrong(refused('bad-schedule', '这份稿件没有设定发布时间；请在稿件中填写“定时发布”'));
  if (Date.parse(publishAt) === Date.parse(current.schedule.publishAt))
    return wrong(refused('nothing-changed', '发布时间没有变化；请选择另一个时间'));
  if (Date.parse(publishAt) <= Date.parse(at))
    return wrong(refused('bad-schedule', `${minuteInChina(publishAt)} 已过；请选择今后的时间`));
  const late = tooLate(current, publishAt);
  if (late !== null) return wrong(refused('notice-period', late));
  const terms = { ...pick(current), schedule: { ...current.schedule, publishAt } };
  const judged = unlessBad(terms, () => ({ kind: 'done', events: [] }));
  return judged.kind === 'refused' ? judged : { kind: 'moved', terms };
}

const wrong = (decision: Decision): Refused => decision as Refused;

/** A 公示 that begins on a day must stand from that day on, and nothing begins after its last day. */
function tooLate({ matter, noticeUntil }: EditionRecord, publishAt: string): string | null {
  const begun = Object.values(matter.fields).flatMap((value) =>
    typeof value === 'object' && 'from' in value && /^\d{4}-\d{2}-\d{2}$/u.test(value.from)
      ? [value.from]
      : [],
  );
  const missed = begun.find((day) => Date.parse(publishAt) >= Date.parse(endOfDayInChina(day)));
  if (missed !== undefined)
    return `公示或征集自 ${missed} 起算，当天必须已经公开；请选择不晚于当天的时间，或在稿件中改期限`;
  return noticeUntil !== null && Date.parse(publishAt) >= Date.parse(endOfDayInChina(noticeUntil))
    ? `公示期到 ${noticeUntil} 届满，届时还没有公开；请选择更早的时间，或在稿件中改公示期`
    : null;
}
