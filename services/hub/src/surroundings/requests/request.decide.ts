import type { WorkingDays } from '../../ports/working-days.ts';
import type { Given, RequestCommand, RequestDecision } from './request.commands.ts';
import type { DisclosureRequest } from './request.ts';
import type { Case } from './rules/case.ts';
import { answer, archive } from './rules/closing.rules.ts';
import { consult, endConsultation } from './rules/consultation.rules.ts';
import { askForCorrection, giveUp, takeCorrection } from './rules/correction.rules.ts';
import { extend } from './rules/extension.rules.ts';
import { confirmReceipt } from './rules/receipt.rules.ts';

/** The way of a request through the house. Pure: the day and the calendar come in. */
export function decideRequest(
  command: RequestCommand,
  request: DisclosureRequest,
  given: Given,
  calendar: WorkingDays,
): RequestDecision {
  const at: Case = { ...given, request, calendar };
  switch (command.type) {
    case 'confirmReceipt':
      return confirmReceipt(at, command);
    case 'askForCorrection':
      return askForCorrection(at, command);
    case 'takeCorrection':
      return takeCorrection(at, command);
    case 'giveUp':
      return giveUp(at, command);
    case 'extend':
      return extend(at, command);
    case 'consult':
      return consult(at, command);
    case 'endConsultation':
      return endConsultation(at, command);
    case 'answer':
      return answer(at, command);
    case 'archive':
      return archive(at, command);
  }
}
