import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type LetterGroup = ItemOf<'/api/v1/monitor/dead-letters/groups'>;

/** Messages nobody could handle, by their kind. */
export const useLetterGroups = () =>
  useQuery({
    queryKey: ['dead-letters'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/monitor/dead-letters/groups'))).items,
    ...useLive('dead-letters'),
  });

interface Settling {
  readonly group: LetterGroup;
  readonly act: 'again' | 'void';
  readonly reason: string;
}

/** Delivers all of a kind again, or lays them to rest. */
export function useSettle() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ group: { key, count: expected }, act, reason }: Settling) => {
      const asked = { params: { path: { key } }, body: { reason, expected } };
      return act === 'again'
        ? answerOf(hub.POST('/api/v1/operations/dead-letters/{key}/again', asked))
        : answerOf(hub.POST('/api/v1/operations/dead-letters/{key}/void', asked));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
}
