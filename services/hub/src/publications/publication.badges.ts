import { z } from 'zod';
import { publicationState } from './publication.record.ts';
import type { PublicationState } from './publication.ts';
import { stateTitles } from './rules/states.ts';

/** How a publication stands, in words: what the public has, and what is in work beside it. */
export const badge = z
  .object({ state: publicationState, words: z.string() })
  .meta({ id: 'PublicationBadge' });
export type Badge = z.infer<typeof badge>;

interface Standing {
  /** Of the newest edition, or how the publication ended. */
  readonly state: PublicationState;
  /** The edition that the public has; null when it has none. */
  readonly inForce: number | null;
  readonly newest: number;
}

/** Two while a correction is in work: the public still reads the edition before. */
export function badgesOf({ state, inForce, newest }: Standing): readonly Badge[] {
  if (inForce === null || inForce === newest) return [{ state, words: stateTitles[state] }];
  return [
    { state: 'released', words: `现行第${inForce}版 ${stateTitles.released}` },
    { state, words: `第${newest}版 更正${state === 'draft' ? '拟稿' : stateTitles[state]}` },
  ];
}
