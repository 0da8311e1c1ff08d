import { minuteInChina } from '@towncrier/content';
import { inState } from './states.ts';
import { termOver, unlessOver } from './term.rules.ts';
import { done, refused, type Decision, type Given, type Rule } from '../publication.commands.ts';
import type { PublicationEvent } from '../publication.events.ts';
import { newest, type Publication } from '../publication.ts';

/** An approved edition goes out now, or waits for its hour. */
export const publishEdition: Rule<'publishEdition'> = (command, state) =>
  inState(state, ['approved'], '稿件须先由他人审定才能发布', () => {
    const { by, at } = command;
    const { publishAt } = newest(state).schedule;
    if (publishAt !== null && Date.parse(publishAt) > Date.parse(at))
      return newest(state).drill ? drill : done({ type: 'releaseScheduled', publishAt, by, at });
    return unlessOver(state, at, () => releaseNow(state, command));
  });

export const cancelSchedule: Rule<'cancelSchedule'> = ({ reason, by, at }, state) =>
  inState(state, ['scheduled'], '只有待定时发布的稿件可以取消定时', () =>
    done({ type: 'scheduleCancelled', reason, by, at }),
  );

/** What goes out at this instant, unless it is a drill, under embargo or no longer valid. */
export function releaseNow(
  state: Publication,
  { by, at }: Given,
  ...before: readonly PublicationEvent[]
): Decision {
  const { drill: isDrill, schedule, edition } = newest(state);
  if (isDrill) return drill;
  if (schedule.embargoUntil !== null && Date.parse(schedule.embargoUntil) > Date.parse(at)) {
    return refused(
      'embargo',
      `稿件在 ${minuteInChina(schedule.embargoUntil)} 之前不得公开；请在解禁后发布，或设为定时发布`,
    );
  }
  const over = termOver(state, at);
  if (over !== null) return refused('term-over', over);
  return done(...before, { type: 'editionReleased', edition, by, at });
}

const drill = refused('drill', '演练和测试信息不得在公众渠道发布；请在演练环境中进行');
