import { useQuery } from '@tanstack/react-query';
import { call } from '../api/api.client.ts';
import type { ChannelAnnounced } from '../api/api.types.ts';

/** The channels that are alive now; the console knows none of them by name. */
export function useChannels() {
  return useQuery({
    queryKey: ['channels'],
    queryFn: async () => (await call<{ channels: ChannelAnnounced[] }>('GET', '/channels')).channels,
    refetchInterval: 10_000,
  });
}

export const titleOf = (channels: readonly ChannelAnnounced[] | undefined, id: string): string =>
  channels?.find((c) => c.id === id)?.title ?? id;
