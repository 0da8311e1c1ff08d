import type { MatrixFilter } from '@towncrier/contracts';
import type { Where } from '@towncrier/storage';
import { causeMark, cellMark } from './edition.rows.ts';
import { askedWords } from './title.words.ts';

export interface MatrixQuery {
  readonly where: Where;
  readonly words: readonly string[];
}

/** Where the day begins, and the next one, in China. */
const begins = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
const ends = (day: string): string => new Date(Date.parse(begins(day)) + 86_400_000).toISOString();

/** What is asked of the store for a filter. */
export function matrixQuery({
  from,
  to,
  q,
  organisation,
  channel,
  state,
  cause,
  hand,
}: MatrixFilter): MatrixQuery {
  const time = {
    gte: from === undefined ? '' : begins(from),
    ...(to === undefined ? {} : { lt: ends(to) }),
  };
  return {
    where: {
      releasedAt: time,
      ...(organisation === undefined ? {} : { owner: organisation }),
      ...(hand === undefined ? {} : { hand: true }),
    },
    words: [
      ...(q === undefined ? [] : askedWords(q)),
      ...(channel === undefined && state === undefined ? [] : [cellMark(channel, state)]),
      ...(cause === undefined ? [] : [causeMark(cause)]),
    ],
  };
}
