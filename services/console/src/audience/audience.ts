import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, Body, EditionView } from '../api/hub.types.ts';

export type Audience = EditionView['audience'];
export type Selection = NonNullable<Audience['except']>;
export type Reach = Answer<'/api/v1/publications/{id}/reach'>;
export type Area = Answer<'/api/v1/areas'>['items'][number];

export const nobody: Selection = { areas: [], organisations: [], venues: [], groups: [], targets: [] };

/** Divisions and kinds of places, as the hub knows them. */
export const useAreas = () =>
  useQuery({ queryKey: ['areas'], queryFn: () => answerOf(hub.GET('/api/v1/areas')), staleTime: 600_000 });

/** Whom an audience would reach; asked again whenever it changes. */
export const useReach = (asked: Body<'/api/v1/reach'>) =>
  useQuery({
    queryKey: ['reach', asked],
    queryFn: () => answerOf(hub.POST('/api/v1/reach', { body: asked })),
    placeholderData: (before) => before,
    retry: false,
  });

/** Whom the newest edition of a publication reaches. */
export const useReachOf = (id: string, version: number) =>
  useQuery({
    queryKey: ['reach', id, version],
    queryFn: () => answerOf(hub.GET('/api/v1/publications/{id}/reach', { params: { path: { id } } })),
  });

/** Targets that can be named one by one, of one channel. */
export const useNamed = (channel: string | undefined) =>
  useQuery({
    queryKey: ['targets', 'named', channel],
    enabled: channel !== undefined,
    queryFn: async () =>
      (
        await answerOf(
          hub.GET('/api/v1/registers/{channel}/targets', {
            params: { path: { channel: channel ?? '' }, query: { state: 'active', limit: 500 } },
          }),
        )
      ).items,
    retry: false,
  });
