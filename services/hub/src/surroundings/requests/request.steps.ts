import { NoCalendarFor } from '@towncrier/calendar';
import type { Person } from '../../access/person.ts';
import { candidates } from '../../access/steps/candidate.ts';
import { offered, type Objection } from '../../access/steps/offered.ts';
import type { Step } from '../../access/steps/step.ts';
import { noCalendar } from '../../http/no-calendar.ts';
import type { WorkingDays } from '../../ports/working-days.ts';
import type { Given, RequestCommand } from './request.commands.ts';
import { decideRequest } from './request.decide.ts';
import { requestProbes } from './request.offers.ts';
import type { DisclosureRequest } from './request.ts';
import { requestPermissions } from './requests.permissions.ts';

/**
 * What a person may do with a request on a day (civil date in China): each act is tried against the rules that
 * decide about it when it is taken.
 */
export function requestSteps(
  who: Person,
  request: DisclosureRequest,
  day: string,
  calendar: WorkingDays,
): readonly Step[] {
  const candidate = candidates(who, requestPermissions, 'DisclosureRequest');
  const given = { by: who.name, on: day };
  return offered(
    requestProbes(request, day).map(({ offer, command }) =>
      candidate('handle', offer, objectionTo(command, request, given, calendar)),
    ),
  );
}

function objectionTo(
  command: RequestCommand,
  request: DisclosureRequest,
  given: Given,
  calendar: WorkingDays,
): Objection | null {
  try {
    const decision = decideRequest(command, request, given, calendar);
    return decision.kind === 'refused' ? decision : null;
  } catch (error) {
    if (error instanceof NoCalendarFor) return noCalendar(error.year);
    throw error;
  }
}
