import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import type { Narrowed } from './matrix.saved.ts';
import { said } from './matrix.ts';

export type Batch = Answer<'/api/v1/operations/retries/{id}'>;

/** How many a filter would ask for again, whom they reach, and the cost; asked when somebody wants to know. */
export const useEstimate = (narrowed: Narrowed) =>
  useQuery({
    queryKey: ['retries', 'estimate', said(narrowed)],
    queryFn: () =>
      answerOf(hub.GET('/api/v1/operations/retries/estimate', { params: { query: said(narrowed) } })),
    staleTime: 0,
  });

export function useBegin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: { readonly filter: Narrowed; readonly reason: string; readonly expected: number }) =>
      answerOf(hub.POST('/api/v1/operations/retries', { body: { ...asked, filter: said(asked.filter) } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['retries'] }),
  });
}

/** The newest ones, as they go on. */
export const useBatches = () =>
  useQuery({
    queryKey: ['retries', 'batches'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/operations/retries'))).items,
    ...useLive('retry_batches'),
  });

type Turn = 'pause' | 'resume' | 'stop';

export function useTurn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, turn }: { readonly id: string; readonly turn: Turn }) => {
      const params = { path: { id } };
      if (turn === 'pause') return answerOf(hub.POST('/api/v1/operations/retries/{id}/pause', { params }));
      if (turn === 'resume') return answerOf(hub.POST('/api/v1/operations/retries/{id}/resume', { params }));
      return answerOf(hub.POST('/api/v1/operations/retries/{id}/stop', { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['retries'] }),
  });
}
