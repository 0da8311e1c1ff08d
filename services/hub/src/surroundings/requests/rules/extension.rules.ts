import { answerDueOn, days } from '../request.clock.ts';
import { done, refused, within } from './case.ts';

/** 条例 art. 33: once, by at most twenty working days, with the consent of the head, before the time is over. */
export const extend = within<'extend'>(['handling'], (at, command) => {
  const { request, calendar, by, on } = at;
  if (request.extension !== null)
    return refused('extended-before', '延长答复期限只能一次（《政府信息公开条例》第三十三条）');
  if (command.days < 1 || command.days > days.extension)
    return refused('too-long', '延长的期限最长不得超过 20 个工作日（《政府信息公开条例》第三十三条）');
  if (command.approvedBy === by)
    return refused(
      'needs-approval',
      '延长答复期限须经政府信息公开工作机构负责人同意（《政府信息公开条例》第三十三条），不能由经办人自己批准',
    );
  const due = answerDueOn(request, calendar);
  if (due !== null && on > due)
    return refused('too-late', `答复期限已于 ${due} 届满，不能再延长；请尽快答复`);
  return done(at, {
    extension: { days: command.days, reason: command.reason, approvedBy: command.approvedBy, on },
  });
});
