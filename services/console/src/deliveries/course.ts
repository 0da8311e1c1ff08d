import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type Course = Answer<'/api/v1/monitor/deliveries/{id}/course'>;
export type Span = Course['spans'][number];

/** What happened to one delivery, as it goes on. */
export function useCourse(delivery: string) {
  const publication = delivery.split(':', 1)[0] ?? delivery;
  return useQuery({
    queryKey: ['course', delivery],
    queryFn: () =>
      answerOf(hub.GET('/api/v1/monitor/deliveries/{id}/course', { params: { path: { id: delivery } } })),
    ...useLive('deliveries', publication),
  });
}

/** What an operator does about one delivery. */
export function useActs(delivery: string) {
  const queries = useQueryClient();
  const params = { path: { id: delivery } };
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['course', delivery] });
  const retry = useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        hub.POST('/api/v1/monitor/deliveries/{id}/retry', { params, body: reason === '' ? {} : { reason } }),
      ),
    onSuccess,
  });
  const byHand = useMutation({
    mutationFn: (reason: string) =>
      answerOf(hub.POST('/api/v1/monitor/deliveries/{id}/by-hand', { params, body: { reason } })),
    onSuccess,
  });
  return { retry, byHand };
}
