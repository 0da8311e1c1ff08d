import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body, ItemOf, Step } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import { bodyOf, type Answers } from '../steps/steps.ts';

export type Request = ItemOf<'/api/v1/disclosure-requests'>;
type Sent = Body<'/api/v1/disclosure-requests/{id}/steps'>;

export const useRequests = () =>
  useQuery({
    queryKey: ['disclosure-requests'],
    ...useLive('disclosure_requests'),
    queryFn: () => answerOf(hub.GET('/api/v1/disclosure-requests')),
    retry: false,
  });

/** Takes a step that the hub offered, with the answers it asked for. */
export function useRequestStep({ id, version }: Request) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ step, answers }: { step: Step; answers: Answers }) =>
      answerOf(
        hub.POST('/api/v1/disclosure-requests/{id}/steps', {
          params: { path: { id } },
          body: { type: step.act, ...bodyOf(step, version, answers) } as Sent,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['disclosure-requests'] }),
  });
}
