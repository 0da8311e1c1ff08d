import { ProblemError } from '../../http/problem.ts';
import type { AuditFact, AuditTrail } from '../../trail/audit.fact.ts';

/** Whether it was done is not known where nobody answers: the trail says so, in this line. */
export async function answered<T>(
  trail: AuditTrail,
  unanswered: AuditFact,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ProblemError && error.details.status === 503) await trail.append([unanswered]);
    throw error;
  }
}
