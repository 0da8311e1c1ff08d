import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { paths } from '../api/hub.generated.ts';
import type { EditionView, Publication } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';
import type { Taken } from '../steps/steps.ts';
import type { Previewed } from './written.ts';

type Query = NonNullable<paths['/api/v1/publications']['get']['parameters']['query']>;
/** What narrows the list; what is empty does not. */
export type Filters = { readonly [K in keyof Omit<Query, 'after' | 'limit'>]: Query[K] | undefined };

export function usePublications(filters: Filters, after: string | undefined) {
  const given = Object.entries({ ...filters, after }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const query: Query = { limit: 30, ...Object.fromEntries(given) };
  return useQuery({
    queryKey: ['publications', query],
    queryFn: () => answerOf(hub.GET('/api/v1/publications', { params: { query } })),
    ...useLive('publications'),
    placeholderData: (before) => before,
  });
}

export const usePublication = (id: string | undefined) =>
  useQuery({
    queryKey: ['publication', id],
    queryFn: () => answerOf(hub.GET('/api/v1/publications/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    ...useLive('publications', id),
  });

export const newestOf = (p: Publication | undefined): EditionView | undefined => p?.editions.at(-1);
/** Has the public ever seen any of it? */
export const wasReleased = (p: Publication): boolean => p.editions.some((e) => e.releasedAt !== null);

/** What the channels would send for the newest edition. */
export const useRenditions = (id: string, contentHash: string | undefined) =>
  useQuery({
    queryKey: ['renditions', id, contentHash],
    queryFn: async () =>
      (await answerOf(hub.GET('/api/v1/publications/{id}/renditions', { params: { path: { id } } })))
        .renditions,
    enabled: contentHash !== undefined,
    staleTime: 60_000,
  });

export const usePreviews = (source: Previewed | null) =>
  useQuery({
    queryKey: ['previews', source],
    queryFn: () => answerOf(hub.POST('/api/v1/previews', { body: source ?? { format: 'text', source: '' } })),
    enabled: source !== null && source.source.trim() !== '',
    retry: false,
    placeholderData: (before) => before,
  });

/** Carries out one editorial step and keeps what is on the screen true. */
export function useStep(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: string; body: Taken }) =>
      answerOf(
        // every step is a POST to a name of its own, and names the version that was seen
        hub.POST(`/api/v1/publications/{id}/${verb}` as '/api/v1/publications/{id}/submit', {
          params: { path: { id } },
          body,
        }),
      ),
    onSuccess: (publication) => queries.setQueryData(['publication', id], publication),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === 'publications' || queryKey[0] === 'publication' || queryKey[0] === 'board',
      }),
  });
}
