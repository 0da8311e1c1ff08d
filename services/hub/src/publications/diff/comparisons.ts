import { z } from 'zod';
import type { Person } from '../../access/person.ts';
import { lastApproval } from '../publication.review.ts';
import { inForceOf, newest, type Publication } from '../publication.ts';
import type { SeenText } from '../seen/seen.text.ts';

/** What a text can be held against: nothing, what oneself saw before, what was approved, what the public sees. */
export const against = z.enum(['nothing', 'seen', 'approval', 'force']);
export type Against = z.infer<typeof against>;

export interface Comparison {
  readonly against: Against;
  readonly label: string;
  /** When it was seen, approved or released; null for nothing. */
  readonly at: string | null;
  readonly contentHash: string | null;
}

const nothing: Comparison = { against: 'nothing', label: '不比较，看全文', at: null, contentHash: null };

/** What the newest edition can be held against by this person, in the order in which it is offered. */
export function comparisonsOf(
  who: Pick<Person, 'name'>,
  publication: Publication,
  seen: readonly SeenText[],
): readonly Comparison[] {
  const now = newest(publication);
  const before = [...seen, ...reviewedBy(who.name, publication)].find(
    (s) => s.contentHash !== now.contentHash,
  );
  const approval = lastApproval(publication.editions);
  const inForce = inForceOf(publication);
  return [
    nothing,
    ...offer('seen', '我上次查看的稿', before),
    ...offer('approval', '上次审定的稿', approval),
    ...(inForce === null || inForce.edition === now.edition
      ? []
      : offer('force', `现行第 ${inForce.edition} 版`, {
          contentHash: inForce.contentHash,
          at: inForce.releasedAt,
        })),
  ];
}

/**
 * What a person most likely wants to know. Who wrote it: what has to be approved anew. Anybody else: what is new
 * since they looked, else what becomes different for the public, else all of it.
 */
export function usual(
  who: Pick<Person, 'name'>,
  publication: Publication,
  offered: readonly Comparison[],
): Comparison {
  const writes = newest(publication).authors.includes(who.name);
  const wanted: readonly Against[] = writes ? ['approval', 'force'] : ['seen', 'force'];
  return wanted.flatMap((a) => offered.filter((o) => o.against === a))[0] ?? nothing;
}

function offer(
  to: Against,
  label: string,
  text: { readonly contentHash: string; readonly at: string | null } | null | undefined,
): readonly Comparison[] {
  return text === null || text === undefined
    ? []
    : [{ against: to, label, at: text.at, contentHash: text.contentHash }];
}

/** Whoever reviewed a text had it before their eyes, newest first. */
const reviewedBy = (name: string, { editions }: Publication): readonly SeenText[] =>
  editions
    .flatMap((e) => e.reviews)
    .filter((r) => r.by === name)
    .map(({ contentHash, at }) => ({ contentHash, at }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
