import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import { isMonday, type Stretch } from './stretch.ts';

export type Agenda = Answer<'/api/v1/agenda'>;
export type Entry = Agenda['entries'][number];
export type Day = Agenda['days'][number];

export const useAgenda = ({ from, to }: Stretch) =>
  useQuery({
    queryKey: ['agenda', from, to],
    queryFn: () => answerOf(hub.GET('/api/v1/agenda', { params: { query: { from, to } } })),
    ...useLive('publications'),
    retry: false,
  });

/** Another hour for what goes out by itself; the hub decides. */
export function useMove() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, publishAt }: { id: string; version: number; publishAt: string }) =>
      answerOf(
        hub.POST('/api/v1/publications/{id}/move', {
          params: { path: { id } },
          body: { version, publishAt },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['agenda'] }),
  });
}

/** What stands on a day: a period stands on its first and last day, and on each Monday between. */
export const entriesOn = (entries: readonly Entry[], day: string): readonly Entry[] =>
  entries.filter(({ from, to }) => from <= day && day <= to && (day === from || day === to || isMonday(day)));
