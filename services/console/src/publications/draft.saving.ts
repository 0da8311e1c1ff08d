import { useMutation } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Publication } from '../api/hub.types.ts';
import { go } from '../frame/route.ts';
import type { Start } from '../unsaved/copy.ts';
import { tabName } from '../unsaved/tab.ts';
import type { Copying } from './copying.ts';
import type { Begun, Handed } from './written.ts';

/** What a text is written for: a new publication, another text of a draft, or the next edition. */
export type Writing =
  | { readonly purpose: 'new'; readonly begun: Begun }
  | { readonly purpose: 'edit' | 'correct'; readonly before: Publication };

export interface Save {
  readonly handed: Handed;
  /** What the text started from; null for what has no version yet. */
  readonly from: Start | null;
  /** Why the next edition is needed, for the public. */
  readonly reason: string;
  /** What the next edition replaces must not stay public. */
  readonly hidesEarlier: boolean;
}

/**
 * Keeps what was written, and shows the publication it belongs to. Without a network it says so at once; it does not
 * wait for one.
 */
export const useSaving = (writing: Writing, copying: Copying, onRefused: (error: Error) => void) =>
  useMutation({
    networkMode: 'always',
    mutationFn: async (save: Save) => {
      const copied = await copying.pause();
      const publication = await saved(writing, save, copying.attempt);
      await copying.saved(copied, publication).catch(() => undefined);
      return publication;
    },
    onSuccess: ({ id }) => go({ at: 'publication', id }),
    onError: (error) => {
      copying.resume();
      onRefused(error);
    },
  });

function saved(
  writing: Writing,
  { handed, from, reason, hidesEarlier }: Save,
  attempt: string,
): Promise<Publication> {
  if (writing.purpose === 'new' || from === null)
    return answerOf(
      hub.POST('/api/v1/publications', { params: { header: { 'Idempotency-Key': attempt } }, body: handed }),
    );
  const { version, contentHash: base } = from;
  const params = { path: { id: writing.before.id } };
  if (writing.purpose === 'correct') {
    const body = { version, reason, hidesEarlier, ...handed };
    return answerOf(hub.POST('/api/v1/publications/{id}/correct', { params, body }));
  }
  const body = { version, base, tab: tabName(), ...handed };
  return answerOf(hub.PUT('/api/v1/publications/{id}/draft', { params, body }));
}
