import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { ItemOf } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type Column = ItemOf<'/api/v1/columns'>;

export const useColumns = () =>
  useQuery({
    queryKey: ['columns'],
    ...useLive('columns'),
    queryFn: async () => (await answerOf(hub.GET('/api/v1/columns'))).items,
  });

export function useChangeColumn(onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    // what the hub says of the next steps is not sent back
    mutationFn: ({ code, steps: _steps, ...facts }: Column) =>
      answerOf(hub.PUT('/api/v1/columns/{code}', { params: { path: { code } }, body: facts })),
    onSuccess: () => {
      onSaved();
      return queries.invalidateQueries({ queryKey: ['columns'] });
    },
  });
}

/** The kinds of publications there are. */
export const useTypes = () =>
  useQuery({
    queryKey: ['types'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/publication-types'))).items,
  });

/** @returns the code itself for what is not known here */
export const titleIn = (
  list: readonly { readonly code: string; readonly title: string }[] | undefined,
  code: string,
): string => list?.find((t) => t.code === code)?.title ?? code;
