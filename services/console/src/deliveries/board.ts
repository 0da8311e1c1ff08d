import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import { useLive } from '../live/live.ts';

/** The delivery board of one publication, as it changes. */
export const useBoard = (publication: string) =>
  useQuery({
    queryKey: ['board', publication],
    queryFn: () =>
      answerOf(hub.GET('/api/v1/monitor/publications/{id}', { params: { path: { id: publication } } })),
    ...useLive('deliveries', publication),
  });
