import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../api/hub.types.ts';
import { answerOf, hub } from '../api/hub.client.ts';
import { useLive } from '../live/live.ts';

export type Home = Answer<'/api/v1/home'>;
export type HomeSection = Home['sections'][number];
export type HomeItem = HomeSection['items'][number];
export type Light = Home['lights'][number];

/** What waits for whoever is signed in, as it changes. */
export const useHome = (enabled = true) =>
  useQuery({
    queryKey: ['home'],
    queryFn: () => answerOf(hub.GET('/api/v1/home')),
    enabled,
    ...useLive('publications'),
  });
