import type { WorkingDays } from '../../ports/working-days.ts';
import { answerDueOn, days } from './request.clock.ts';
import type { Given, RequestCommand, RequestDecision } from './request.commands.ts';
import { requestStates, type DisclosureRequest, type RequestState } from './request.ts';

const refused = (code: string, words: string): RequestDecision => ({ kind: 'refused', code, words });

/** The way of a request through the house. Pure: the day and the calendar come in. */
export function decideRequest(
  command: RequestCommand,
  request: DisclosureRequest,
  { by, on }: Given,
  calendar: WorkingDays,
): RequestDecision {
  const done = (change: Partial<DisclosureRequest>): RequestDecision => ({
    kind: 'done',
    next: { ...request, ...change },
  });
  const within = (states: readonly RequestState[], then: () => RequestDecision): RequestDecision =>
    states.includes(request.state)
      ? then()
      : refused('wrong-state', `该申请当前为“${requestStates[request.state]}”，不能进行这项办理`);
  switch (command.type) {
    case 'confirmReceipt':
      return within(['submitted'], () => {
        if (command.receivedOn < request.submittedOn || command.receivedOn > on)
          return refused(
            'bad-date',
            '收到日期应在申请提交之后、今天之前；请按《政府信息公开条例》第三十一条确认',
          );
        return done({ state: 'handling', receivedOn: command.receivedOn });
      });
    case 'askForCorrection':
      return within(['handling'], () => {
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
        if (command.dueOn <= on) return refused('bad-date', '补正期限应在今天之后，并给申请人合理的时间');
        return done({
          state: 'correction-asked',
          correction: { askedOn: on, words: command.words, dueOn: command.dueOn, answeredOn: null },
        });
      });
    case 'takeCorrection':
      return within(['correction-asked'], () =>
        done({
          state: 'handling',
          wanted: { ...request.wanted, description: command.description },
          correction: request.correction === null ? null : { ...request.correction, answeredOn: on },
        }),
      );
    case 'giveUp':
      return within(['correction-asked'], () =>
        request.correction !== null && on <= request.correction.dueOn
          ? refused(
              'too-early',
              `补正期限到 ${request.correction.dueOn}，届满前不能视为放弃（《政府信息公开条例》第三十条）`,
            )
          : done({ state: 'abandoned' }),
      );
    case 'extend':
      return within(['handling'], () => {
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
        return done({
          extension: { days: command.days, reason: command.reason, approvedBy: command.approvedBy, on },
        });
      });
    case 'consult':
      return within(['handling'], () =>
        done({
          state: 'consulting',
          consultations: [
            ...request.consultations,
            {
              with: command.with,
              kind: command.kind,
              from: on,
              dueOn: calendar.addWorkingDays(on, days.consultation),
              to: null,
              outcome: null,
            },
          ],
        }),
      );
    case 'endConsultation':
      return within(['consulting'], () =>
        done({
          state: 'handling',
          consultations: request.consultations.map((c) =>
            c.to === null ? { ...c, to: on, outcome: command.outcome } : c,
          ),
        }),
      );
    case 'answer':
      return within(['handling'], () =>
        done({
          state: 'answered',
          answer: { kind: command.kind, words: command.words, on, publication: command.publication },
        }),
      );
    case 'archive':
      return within(['answered', 'abandoned'], () => done({ state: 'archived' }));
  }
}
