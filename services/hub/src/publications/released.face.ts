import type { PublicationDoc } from './publication.document.ts';

/**
 * What of a publication everybody in the house may know while its next edition is still in work: the editions that
 * went out, and what happened until then. Null where none went out.
 */
export function releasedFace(doc: PublicationDoc): PublicationDoc | null {
  const [first, ...rest] = doc.editions.filter((e) => e.state === 'released');
  if (first === undefined) return null;
  const last = rest.at(-1) ?? first;
  const until = last.releasedAt ?? doc.createdAt;
  return {
    ...doc,
    editions: [first, ...rest],
    title: last.title,
    state: 'released',
    history: doc.history.filter((line) => line.at <= until),
  };
}
