import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Channel } from '../api/hub.types.ts';

/** The channels that are alive now; the console knows none of them by name. */
export function useChannels() {
  return useQuery({
    queryKey: ['channels'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/channels'))).channels,
    refetchInterval: 10_000,
  });
}

export const titleOf = (channels: readonly Channel[] | undefined, id: string): string =>
  channels?.find((c) => c.id === id)?.title ?? id;
