import { days } from '../request.clock.ts';
import { done, refused, within } from './case.ts';

/** 条例 art. 30: once, within seven working days of receipt, with a reasonable time to answer. */
export const askForCorrection = within<'askForCorrection'>(['handling'], (at, { words, dueOn }) => {
  const { request, calendar, on } = at;
  if (request.correction !== null)
    return refused(
      'asked-before',
      '补正只能一次性告知（《政府信息公开条例》第三十条）；已通知过补正，请依现有材料办理',
    );
  const last = calendar.addWorkingDays(request.receivedOn ?? on, days.askForCorrection);
  if (on > last)
    return refused(
      'too-late',
      `补正通知应在收到申请之日起 7 个工作日内作出（《政府信息公开条例》第三十条），已于 ${last} 届满；请依现有材料办理`,
    );
  if (dueOn <= on) return refused('bad-date', '补正期限应在今天之后，并给申请人合理的时间');
  return done(at, {
    state: 'correction-asked',
    correction: { askedOn: on, words, dueOn, answeredOn: null },
  });
});

/** What was wanted is described anew; the clock begins again with that day. */
export const takeCorrection = within<'takeCorrection'>(['correction-asked'], (at, { description }) => {
  const { wanted, correction } = at.request;
  return done(at, {
    state: 'handling',
    wanted: { ...wanted, description },
    correction: correction === null ? null : { ...correction, answeredOn: at.on },
  });
});

/** 条例 art. 30: who does not correct in time has given up; not a day earlier. */
export const giveUp = within<'giveUp'>(['correction-asked'], (at) => {
  const { correction } = at.request;
  return correction !== null && at.on <= correction.dueOn
    ? refused(
        'too-early',
        `补正期限到 ${correction.dueOn}，届满前不能视为放弃（《政府信息公开条例》第三十条）`,
      )
    : done(at, { state: 'abandoned' });
});
