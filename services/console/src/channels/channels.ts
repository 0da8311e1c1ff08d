import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Channel } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import type { Taken } from '../steps/steps.ts';

/** The channels there are, those that are away too; the console knows none of them by name. */
export function useChannels() {
  return useQuery({
    queryKey: ['channels'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/channels'))).channels,
    ...useLive('channels'),
  });
}

export function useRemoveChannel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { readonly id: string; readonly body: Taken }) =>
      answerOf(
        hub.POST('/api/v1/channels/{id}/remove', { params: { path: { id } }, body: { reason: '', ...body } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['channels'] }),
  });
}

export const titleOf = (channels: readonly Channel[] | undefined, id: string): string =>
  channels?.find((c) => c.id === id)?.title ?? id;
