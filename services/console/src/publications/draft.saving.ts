import { useMutation } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Publication } from '../api/hub.types.ts';
import { go } from '../frame/route.ts';
import { newestOf } from './publications.ts';
import type { Handed } from './written.ts';

/** What a text is written for: a new publication, another text of a draft, or the next edition. */
export type Writing =
  | { readonly purpose: 'new' }
  | { readonly purpose: 'edit' | 'correct'; readonly before: Publication };

export interface Save {
  readonly handed: Handed;
  /** Why the next edition is needed, for the public. */
  readonly reason: string;
  /** What the next edition replaces must not stay public. */
  readonly hidesEarlier: boolean;
  /** The draft is open here, and nobody else has it. */
  readonly takeOver: boolean;
}

/** Keeps what was written, and shows the publication it belongs to. */
export const useSaving = (writing: Writing) =>
  useMutation({
    mutationFn: (save: Save) => saved(writing, save),
    onSuccess: ({ id }) => go({ at: 'publication', id }),
  });

function saved(writing: Writing, { handed, reason, hidesEarlier, takeOver }: Save): Promise<Publication> {
  if (writing.purpose === 'new') return answerOf(hub.POST('/api/v1/publications', { body: handed }));
  const { id, version } = writing.before;
  const params = { path: { id } };
  if (writing.purpose === 'correct') {
    const body = { version, reason, hidesEarlier, ...handed };
    return answerOf(hub.POST('/api/v1/publications/{id}/correct', { params, body }));
  }
  const base = newestOf(writing.before)?.contentHash;
  const body = { version, ...handed, ...(base === undefined ? {} : { base }), takeOver };
  return answerOf(hub.PUT('/api/v1/publications/{id}/draft', { params, body }));
}
