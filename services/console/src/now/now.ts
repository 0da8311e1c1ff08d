import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type Now = Answer<'/api/v1/now'>;
export type Alarm = Now['alarms'][number];
export type Tile = Now['tiles'][number];
export type Light = Tile['light'];

/** Some things come to be by time alone: an account grows silent, a channel stays away. */
const atLeastMs = 60_000;

/** What is in operation at this moment. */
export function useNow() {
  const live = useLive(['deliveries', 'channels', 'dead-letters', 'retry_batches']);
  return useQuery({
    queryKey: ['now'],
    queryFn: () => answerOf(hub.GET('/api/v1/now')),
    ...live,
    refetchInterval: live.refetchInterval === false ? atLeastMs : live.refetchInterval,
  });
}
