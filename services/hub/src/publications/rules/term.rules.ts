import { endOfDayInChina, minuteInChina } from '@towncrier/content';
import { refused, type Decision } from '../publication.commands.ts';
import { newest, type Publication } from '../publication.ts';
import type { Terms } from '../publication.terms.ts';

/**
 * Terms are looked at whenever an edition is used, not only when it was written: what waited too long in
 * somebody's tray goes no further.
 * @param state its newest edition is the one that is used
 */
export function unlessOver(state: Publication, at: string, then: () => Decision): Decision {
  const { schedule } = newest(state);
  const over = termOver(state, at);
  if (over !== null) return refused('term-over', over);
  if (schedule.publishAt !== null && Date.parse(schedule.publishAt) + thisMinuteMs <= Date.parse(at))
    return refused(
      'term-over',
      `定时发布的时间（${minuteInChina(schedule.publishAt)}）已过；请退回修改发布时间，或留空以便审定后立即发布`,
    );
  return then();
}

/** An hour that is this very minute is now. */
const thisMinuteMs = 60_000;

/**
 * Which validity of the newest edition is over at an instant, in words with the remedy; null when none is. A
 * correction may speak of a period that is over: what it corrects was shown during that period.
 */
export function termOver(state: Publication, at: string): string | null {
  const current = newest(state);
  const { expiresAt } = current.schedule;
  if (expiresAt !== null && hasPassed(expiresAt, at))
    return `已过失效时间（${minuteInChina(expiresAt)}）；请退回修改失效时间，或不再发布`;
  if (state.inForce !== null) return null;
  const { noticeUntil } = current;
  if (noticeUntil !== null && isOver(noticeUntil, at))
    return `公示期到 ${noticeUntil} 已经届满；请退回重新确定公示期`;
  const period = periodEnds(current).find((day) => isOver(day, at));
  return period === undefined ? null : `征集或公示的期限到 ${period} 已经届满；请退回重新确定期限`;
}

const hasPassed = (instant: string, at: string): boolean => Date.parse(instant) <= Date.parse(at);

/** A period ends with its last day (民法典 art. 203). */
const isOver = (day: string, at: string): boolean => Date.parse(endOfDayInChina(day)) <= Date.parse(at);

/** Last days (civil dates) of the periods that the form of a type asks for: of a consultation, of a notice. */
const periodEnds = ({ matter }: Terms): readonly string[] =>
  Object.values(matter.fields).flatMap((value) =>
    typeof value === 'object' && 'to' in value && /^\d{4}-\d{2}-\d{2}$/u.test(value.to) ? [value.to] : [],
  );
