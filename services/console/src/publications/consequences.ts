import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, Publication } from '../api/hub.types.ts';
import type { paths } from '../api/hub.generated.ts';

export type Consequences = Answer<'/api/v1/publications/{id}/consequences'>;
export type ConsequenceRow = Consequences['rows'][number];
export type OutwardAct = paths['/api/v1/publications/{id}/consequences']['get']['parameters']['query']['act'];

/** What an act will bring about, asked anew each time it is about to be taken. */
export const useConsequences = ({ id, version }: Pick<Publication, 'id' | 'version'>, act: OutwardAct) =>
  useQuery({
    queryKey: ['consequences', id, version, act],
    queryFn: () =>
      answerOf(
        hub.GET('/api/v1/publications/{id}/consequences', { params: { path: { id }, query: { act } } }),
      ),
    gcTime: 0,
    retry: false,
  });
