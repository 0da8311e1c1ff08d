import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';

export type Changes = Answer<'/api/v1/publications/{id}/changes'>;
export type ReachChange = Changes['reach']['terms'][number];

/** What is different from what somebody last approved. */
export const useChanges = (id: string, version: number) =>
  useQuery({
    queryKey: ['changes', id, version],
    queryFn: () => answerOf(hub.GET('/api/v1/publications/{id}/changes', { params: { path: { id } } })),
  });
