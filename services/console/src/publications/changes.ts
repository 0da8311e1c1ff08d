import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';

export type Changes = Answer<'/api/v1/publications/{id}/changes'>;
export type Against = Changes['against'];
export type ReachChange = Changes['reach']['terms'][number];

/** What is different from another text; from which one says the hub, unless somebody chose. */
export const useChanges = (id: string, version: number, against?: Against) =>
  useQuery({
    queryKey: ['changes', id, version, against],
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/publications/{id}/changes', {
          params: { path: { id }, query: against === undefined ? {} : { against } },
        }),
      ),
    // of this text only: that of another one would be read as this one's
    placeholderData: (before, last) =>
      last?.queryKey[1] === id && last.queryKey[2] === version ? before : undefined,
  });
