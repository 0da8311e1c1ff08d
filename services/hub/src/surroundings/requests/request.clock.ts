import type { WorkingDays } from '../../ports/working-days.ts';
import type { DisclosureRequest } from './request.ts';

/** Days of the law (条例 art. 30, 32, 33): working days. */
export const days = { answer: 20, extension: 20, askForCorrection: 7, consultation: 15 } as const;

/**
 * The last day to answer (条例 art. 33): twenty working days from receipt, or from the day a corrected
 * request came in (art. 30);
 * up to twenty more once; the time of consultations is not counted. Null while the clock has not begun or
 * stands.
 */
export function answerDueOn(request: DisclosureRequest, calendar: WorkingDays): string | null {
  if (
    request.state === 'correction-asked' ||
    request.state === 'abandoned' ||
    request.consultations.some((c) => c.to === null)
  )
    return null;
  const from = request.correction?.answeredOn ?? request.receivedOn;
  if (from === null) return null;
  const paused = request.consultations.reduce(
    (sum, c) => sum + (c.to === null ? 0 : calendar.workingDaysBetween(c.from, c.to)),
    0,
  );
  return calendar.addWorkingDays(from, days.answer + (request.extension?.days ?? 0) + paused);
}
