import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Row } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

/** What narrows the list of deliveries. */
export interface Filters {
  readonly state?: Row['state'] | undefined;
  readonly channel?: string | undefined;
}

/** One page of deliveries. */
export function useDeliveries({ state, channel }: Filters, after: string | undefined) {
  const query = {
    limit: 50,
    ...(state === undefined ? {} : { state }),
    ...(channel === undefined ? {} : { channel }),
    ...(after === undefined ? {} : { after }),
  };
  return useQuery({
    queryKey: ['deliveries', query],
    queryFn: () => answerOf(hub.GET('/api/v1/monitor/deliveries', { params: { query } })),
    ...useLive('deliveries'),
  });
}

export const useDeadLetters = () =>
  useQuery({
    queryKey: ['dead-letters'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/monitor/dead-letters'))).items,
    ...useLive('dead-letters'),
  });

/** Asks a channel to take one delivery up again. */
export const useRetry = () =>
  useMutation({
    mutationFn: ({ delivery }: Row) =>
      answerOf(
        hub.POST('/api/v1/monitor/deliveries/{id}/retry', {
          params: { path: { id: delivery } },
          body: {},
        }),
      ),
  });
