import type { WorkingDays } from '../../../ports/working-days.ts';
import type { Given, RequestCommand, RequestDecision } from '../request.commands.ts';
import { requestStates, type DisclosureRequest, type RequestState } from '../request.ts';

/** What a rule looks at: the request as it stands, who acts on which day, and the calendar. */
export interface Case extends Given {
  readonly request: DisclosureRequest;
  readonly calendar: WorkingDays;
}

/** One step of the office. Pure. */
export type Rule<C extends RequestCommand['type']> = (
  at: Case,
  command: Extract<RequestCommand, { readonly type: C }>,
) => RequestDecision;

export const refused = (code: string, words: string): RequestDecision => ({ kind: 'refused', code, words });

export const done = ({ request }: Case, change: Partial<DisclosureRequest>): RequestDecision => ({
  kind: 'done',
  next: { ...request, ...change },
});

/** The rule, in these states only. */
export function within<C extends RequestCommand['type']>(
  states: readonly RequestState[],
  rule: Rule<C>,
): Rule<C> {
  return (at, command) =>
    states.includes(at.request.state)
      ? rule(at, command)
      : refused('wrong-state', `该申请当前为“${requestStates[at.request.state]}”，不能进行这项办理`);
}
