import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type Stats = Answer<'/api/v1/monitor/stats'>;
export type Span = Stats['span'];

/** Figures of all channels over a time. */
export const useStats = (span: Span) =>
  useQuery({
    queryKey: ['stats', span],
    queryFn: () => answerOf(hub.GET('/api/v1/monitor/stats', { params: { query: { span } } })),
    placeholderData: (before) => before,
    ...useLive('deliveries'),
  });
