import { z } from 'zod';
import type { HistoryLine } from './publication.history.ts';
import { passed, titleOf } from './publication.review.ts';
import type { EditionRecord } from './publication.ts';
import { atRelease, kindsOf } from './review.kind.ts';

/** A stretch of the way from a draft to its release, and how far an edition has come on it. */
export const stage = z
  .object({
    title: z.string(),
    is: z.enum(['done', 'now', 'ahead']),
    by: z.array(z.string()).meta({ description: 'Who did it; of what goes on now, who has it in hand' }),
    at: z
      .string()
      .nullable()
      .meta({ description: 'When it was done; of what goes on now, since when. Null while nobody knows.' }),
    returned: z
      .string()
      .nullable()
      .meta({ description: 'Of a draft that was given back: who gave it back, and why, in words' }),
  })
  .meta({ id: 'ProgressStage' });
export type Stage = z.infer<typeof stage>;

type Walked = Pick<
  EditionRecord,
  'state' | 'authors' | 'route' | 'reviews' | 'claim' | 'releasedAt' | 'edition'
>;

/** The way of an edition: who wrote it, each review that it needs, its release. */
export function progressOf(edition: Walked, history: readonly HistoryLine[]): readonly Stage[] {
  const { state, authors, claim, releasedAt } = edition;
  const given = passed(edition);
  const submittedAt = lastOf(history, 'editionSubmitted');
  const isDraft = state === 'draft';
  const written: Stage = {
    title: '撰写',
    is: isDraft ? 'now' : 'done',
    by: [...authors],
    at: isDraft ? lastOf(history, 'draftEdited') : submittedAt,
    returned: isDraft ? returnOf(edition) : null,
  };
  if (isDraft) return [written, ahead('审核'), ahead(atRelease.title)];
  const reviews = given.map((r) => done(titleOf(r), [r.by], r.at));
  // what is urgent goes out before its reviews: those it did not pass are no part of its way
  if (releasedAt !== null) return [written, ...reviews, done(atRelease.title, [], releasedAt)];
  const left = leftOn(edition).map(ahead);
  const [next = ahead(atRelease.title), ...later] = [...left, ahead(atRelease.title)];
  const since = given.at(-1)?.at ?? submittedAt;
  const now: Stage = { ...next, is: 'now', by: claim === null ? [] : [claim.by], at: since };
  return [written, ...reviews, now, ...later];
}

/** What it still has to pass before its release. */
function leftOn(edition: Walked): readonly string[] {
  if (edition.state === 'awaiting-confirmation') return ['应急确认'];
  const given = new Set(passed(edition).map((r) => r.stage));
  const kinds = edition.route === null ? [] : kindsOf(edition.route);
  return kinds.filter(({ id }) => !given.has(id)).map(({ title }) => title);
}

const ahead = (title: string): Stage => ({ title, is: 'ahead', by: [], at: null, returned: null });
const done = (title: string, by: readonly string[], at: string): Stage => ({
  title,
  is: 'done',
  by: [...by],
  at,
  returned: null,
});

const lastOf = (history: readonly HistoryLine[], what: HistoryLine['what']): string | null =>
  history.findLast((line) => line.what === what)?.at ?? null;

/** Why it is a draft again, where the last that was decided gave it back. */
function returnOf({ reviews }: Walked): string | null {
  const last = reviews.at(-1);
  if (last?.verdict !== 'returned') return null;
  return `${last.by} 在${titleOf(last)}退回${last.reason === undefined ? '' : `：${last.reason}`}`;
}
