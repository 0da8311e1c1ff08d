import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf, Step } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import { bodyOf } from '../steps/steps.ts';

export type Waiting = ItemOf<'/api/v1/reviews'>;

export const useReviews = () =>
  useQuery({
    queryKey: ['publications', 'reviews'],
    queryFn: () => answerOf(hub.GET('/api/v1/reviews')),
    ...useLive('publications'),
  });

/** Takes a step of a row that needs no more than a click. */
export function useReviewStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, step }: { of: Waiting; step: Step }) =>
      answerOf(
        // every step is a POST to a name of its own, and names the version that was seen
        hub.POST(`/api/v1/publications/{id}/${step.act}` as '/api/v1/publications/{id}/submit', {
          params: { path: { id: of.id } },
          body: bodyOf(step, of.version, {}),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['publications'] }),
  });
}
