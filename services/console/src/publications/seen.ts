import { useEffect } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { EditionView } from '../api/hub.types.ts';

/**
 * Tells the hub that the newest text is before this person's eyes, once it is drawn and the window is looked at: what
 * they look at later can then be held against it. What is public already is not told.
 */
export function useSeen(
  id: string,
  { contentHash, releasedAt }: Pick<EditionView, 'contentHash' | 'releasedAt'>,
  isDrawn: boolean,
): void {
  const isOpen = isDrawn && releasedAt === null;
  useEffect(() => {
    if (!isOpen) return;
    const tell = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', tell);
      // a convenience: where it is not heard, the next comparison goes back a little further
      answerOf(
        hub.PUT('/api/v1/publications/{id}/seen', { params: { path: { id } }, body: { contentHash } }),
      ).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', tell);
    tell();
    return () => document.removeEventListener('visibilitychange', tell);
  }, [id, contentHash, isOpen]);
}
