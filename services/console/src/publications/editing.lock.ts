import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';

/** How often (ms) the hub is told that the draft is still open here; it counts as open for five minutes. */
const everyMs = 120_000;

/** Says that this person has the draft open, as long as the page is; `error` tells who else has it. */
export function useEditingLock(id: string | undefined) {
  const lock = useMutation({
    mutationFn: (takeOver: boolean) =>
      answerOf(
        hub.PUT('/api/v1/publications/{id}/lock', { params: { path: { id: id ?? '' } }, body: { takeOver } }),
      ),
  });
  const { mutate } = lock;
  useEffect(() => {
    if (id === undefined) return undefined;
    mutate(false);
    const beat = setInterval(() => mutate(false), everyMs);
    return () => {
      clearInterval(beat);
      void hub.DELETE('/api/v1/publications/{id}/lock', { params: { path: { id } } }).catch(() => undefined);
    };
  }, [id, mutate]);
  return lock;
}
