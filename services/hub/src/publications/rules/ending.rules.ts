import { noticeRuns } from './draft.rules.ts';
import { releaseNow } from './release.rules.ts';
import { endedStates, inState } from './states.ts';
import { termOver } from './term.rules.ts';
import { done, refused, type Decision, type Given, type Rule } from '../publication.commands.ts';
import type { PublicationEvent } from '../publication.events.ts';
import { channelsReached, newest, wakeAt, type EndingAct, type Publication } from '../publication.ts';

/** It should not have been public: taken back on every channel. */
export const withdrawPublication: Rule<'withdrawPublication'> = (command, state) =>
  ended(state, command, 'withdraw', { reason: command.reason }, command.endsNoticeEarly);

/** It was right and is over: the end of its validity. */
export const expirePublication: Rule<'expirePublication'> = (command, state) =>
  ended(state, command, 'expire', { reason: command.reason }, false);

/**
 * It was right and another act ended it: needs that act as its basis (规章制定程序条例, 国办发〔2018〕37号).
 */
export const repealPublication: Rule<'repealPublication'> = (command, state) =>
  ended(
    state,
    command,
    'repeal',
    { reason: command.reason, basis: command.basis, successor: command.successor },
    false,
  );

/**
 * What it warned of is over, and its issuer says so (突发事件应对法 art. 70). One that still waits for its second
 * person never goes out then.
 */
export const liftWarning: Rule<'liftWarning'> = (command, state) => {
  if (newest(state).matter.type !== 'warning')
    return refused('not-a-warning', '只有预警可以解除；其他信息请用“失效”或“撤回”');
  const { reason, message, by, at } = command;
  if (state.ending === null && state.inForce === null)
    return done({
      type: 'publicationEnded',
      act: 'lift',
      reason,
      message,
      edition: newest(state).edition,
      channels: [],
      by,
      at,
    });
  return ended(state, command, 'lift', { reason, message }, true);
};

export const archivePublication: Rule<'archivePublication'> = ({ reason, by, at }, state) =>
  inState(state, endedStates, '只有已撤回、已失效、已废止或已解除的发布件可以归档', () =>
    done({ type: 'publicationArchived', reason, by, at }),
  );

/** By the clock: a release whose hour has come, or a validity that is over. */
export const wake: Rule<'wake'> = (command, state) => {
  const due = wakeAt(state);
  if (due === null || due > new Date(command.at).toISOString())
    return refused('nothing-due', '还没有到期的事项');
  const { publishAt } = newest(state).schedule;
  if (
    newest(state).state === 'scheduled' &&
    publishAt !== null &&
    Date.parse(publishAt) <= Date.parse(command.at)
  )
    return releaseInTime(state, command);
  return ended(state, command, 'expire', { reason: '有效期届满' }, false);
};

/**
 * Its hour came while nobody could see to it (the hub was down): it goes out late, but not once it is no longer
 * valid. Then it stands as approved again, with the reason, and a person decides.
 */
function releaseInTime(state: Publication, given: Given): Decision {
  const over = termOver(state, given.at);
  if (over === null) return releaseNow(state, given);
  const { by, at } = given;
  return done({ type: 'scheduleCancelled', reason: over, by, at });
}

function ended(
  state: Publication,
  { by, at }: Given,
  act: EndingAct,
  words: {
    reason: string;
    basis?: string | undefined;
    successor?: string | undefined;
    message?: string | undefined;
  },
  endsNoticeEarly: boolean,
): Decision {
  if (state.ending !== null) return refused('wrong-state', '该发布件已经撤回、失效或废止，无需再次办理');
  if (state.inForce === null)
    return refused('wrong-state', '该发布件尚未发布，没有可撤回的内容；不需要的草稿留存即可');
  const until = noticeRuns(state, at);
  if (until !== null && !endsNoticeEarly) {
    return refused(
      'notice-period',
      `公示期到 ${until} 届满，不得提前结束。内容有误请用“更正”；确需撤回的，请在撤回时确认“提前结束公示”并写明理由`,
    );
  }
  const event: PublicationEvent = {
    type: 'publicationEnded',
    act,
    ...words,
    edition: state.inForce,
    channels: channelsReached(state),
    by,
    at,
  };
  return done(event);
}
