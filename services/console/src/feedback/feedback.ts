import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body, ItemOf, Step } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import { bodyOf, type Answers } from '../steps/steps.ts';

export type Feedback = ItemOf<'/api/v1/feedback'>;
type Sent = Body<'/api/v1/feedback/{id}/steps'>;

export const useFeedback = () =>
  useQuery({
    queryKey: ['feedback'],
    ...useLive('feedback'),
    queryFn: () => answerOf(hub.GET('/api/v1/feedback')),
    retry: false,
  });

/** Takes a step that the hub offered, with the answers it asked for. */
export function useFeedbackStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, step, answers }: { of: Feedback; step: Step; answers: Answers }) =>
      answerOf(
        hub.POST('/api/v1/feedback/{id}/steps', {
          params: { path: { id: of.id } },
          body: { type: step.act, ...bodyOf(step, of.version, answers) } as Sent,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feedback'] }),
  });
}
