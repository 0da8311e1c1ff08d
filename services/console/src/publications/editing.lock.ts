import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import { tabName } from '../unsaved/tab.ts';

/** How often (ms) the hub is told that the draft is still open here; it counts as open for five minutes. */
const everyMs = 120_000;

/**
 * Says that this person has the draft open in this tab, as long as the page is; `error` tells who else has it, be
 * it they themselves in another tab, until the hub says otherwise.
 */
export function useEditingLock(id: string | undefined) {
  const [error, setError] = useState<Error | null>(null);
  const { mutate } = useMutation({
    onSuccess: () => setError(null),
    onError: setError,
    mutationFn: (takeOver: boolean) =>
      answerOf(
        hub.PUT('/api/v1/publications/{id}/lock', {
          params: { path: { id: id ?? '' } },
          body: { takeOver, tab: tabName() },
        }),
      ),
  });
  useEffect(() => {
    if (id === undefined) return undefined;
    mutate(false);
    const beat = setInterval(() => mutate(false), everyMs);
    return () => {
      clearInterval(beat);
      const params = { path: { id }, query: { tab: tabName() } };
      void hub.DELETE('/api/v1/publications/{id}/lock', { params }).catch(() => undefined);
    };
  }, [id, mutate]);
  return { error, mutate };
}
