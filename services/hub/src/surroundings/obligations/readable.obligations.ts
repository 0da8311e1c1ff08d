import { UnknownTimeLimit } from '@towncrier/calendar';
import type { Obligation } from './obligations.ts';
import type { ObligationsService } from './obligations.service.ts';

/**
 * The obligations of every year that has a day between these two. A rule of the catalogue that nobody can read
 * is told where the deadlines stand; it keeps nobody from the rest of their work, so there are none then.
 */
export async function obligationsBetween(
  obligations: Pick<ObligationsService, 'of'>,
  from: string,
  to: string,
): Promise<readonly Obligation[]> {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  try {
    return await obligations.of(...years);
  } catch (error) {
    if (error instanceof UnknownTimeLimit) return [];
    throw error;
  }
}

/** What was owed before last year is for the archive. */
export const longAgo = (today: string): string => `${Number(today.slice(0, 4)) - 1}-01-01`;
