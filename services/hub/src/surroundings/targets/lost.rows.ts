import { lossFinding, severityOf, type Loss } from '@towncrier/content';
import type { RegisterProblem } from '@towncrier/contracts';

/**
 * What of a file would change the register otherwise than people saw it: a hidden row, words that are struck
 * through. Nothing of such a file is written.
 */
export const problemsOf = (losses: readonly Loss[]): readonly RegisterProblem[] =>
  losses
    .filter((one) => severityOf(one) === 'block')
    .map((one) => {
      const { message, remedy } = lossFinding(one);
      return { row: Number(/第(\d+)行/u.exec(one.where)?.[1] ?? 1), message, remedy };
    });
