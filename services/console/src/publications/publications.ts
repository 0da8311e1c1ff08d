import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/api.client.ts';
import type { Previews, Publication, Rendered, Source, Summary } from '../api/api.types.ts';

export interface Filters {
  readonly state?: string;
  readonly organisation?: string;
  readonly column?: string;
  readonly item?: string;
  readonly dueBefore?: string;
  readonly q?: string;
}

export function usePublications(filters: Filters, after: string | undefined) {
  const given = Object.entries({ ...filters, after }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const query = new URLSearchParams([['limit', '30'], ...given]);
  return useQuery({
    queryKey: ['publications', filters, after],
    queryFn: () => call<{ items: Summary[]; cursor?: string }>('GET', `/publications?${query}`),
    refetchInterval: 5000,
    placeholderData: (before) => before,
  });
}

export const usePublication = (id: string | undefined) =>
  useQuery({
    queryKey: ['publication', id],
    queryFn: () => call<Publication>('GET', `/publications/${id}`),
    enabled: id !== undefined,
  });

/** What the channels would send for the newest edition. */
export const useRenditions = (id: string, contentHash: string | undefined) =>
  useQuery({
    queryKey: ['renditions', id, contentHash],
    queryFn: async () =>
      (await call<{ renditions: Rendered[] }>('GET', `/publications/${id}/renditions`)).renditions,
    enabled: contentHash !== undefined,
    staleTime: 60_000,
  });

export const usePreviews = (source: Source | null) =>
  useQuery({
    queryKey: ['previews', source],
    queryFn: () => call<Previews>('POST', '/previews', source ?? {}),
    enabled: source !== null && source.source.trim() !== '',
    retry: false,
    placeholderData: (before) => before,
  });

/** Carries out one editorial step and keeps what is on the screen true. */
export function useStep(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: string; body: object }) =>
      call<Publication>('POST', `/publications/${id}/${verb}`, body),
    onSuccess: (publication) => queries.setQueryData(['publication', id], publication),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === 'publications' || queryKey[0] === 'publication' || queryKey[0] === 'board',
      }),
  });
}
