import { dateInChina } from '@towncrier/content';
import type { EditionRecord } from '../../publications/publication.ts';

/** Of an edition what tells whether something came into a column. */
type Released = Pick<EditionRecord, 'releasedAt' | 'drill'> & {
  readonly matter: { readonly column: string };
};

/** The last day on which something came into a column; null for never. An exercise is nothing. */
export function lastReleaseIn(
  column: string,
  docs: readonly { readonly editions: readonly Released[] }[],
): string | null {
  const days = docs
    .flatMap(({ editions }) => editions)
    .flatMap(({ releasedAt, drill, matter }) =>
      releasedAt === null || drill || matter.column !== column ? [] : [dateInChina(releasedAt)],
    );
  return days.toSorted().at(-1) ?? null;
}
