import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, Body, ItemOf } from '../api/hub.types.ts';
import { useLive } from '../live/live.ts';

export type Account = ItemOf<'/api/v1/people'>;
/** A role as the hub names it. */
export type NamedRole = Answer<'/api/v1/people'>['roles'][number];
export const titleOfRole = (named: readonly NamedRole[], role: string): string =>
  named.find((n) => n.role === role)?.title ?? role;
export type NewAccount = Omit<Body<'/api/v1/people'>, 'subject'>;

export const usePeople = () =>
  useQuery({
    queryKey: ['people'],
    queryFn: () => answerOf(hub.GET('/api/v1/people')),
    retry: false,
    ...useLive('people'),
  });

export function useCreatePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: NewAccount) =>
      answerOf(hub.POST('/api/v1/people', { body: { subject: null, ...given } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}

/** An account as a change answers it; half of a reset code only where one was made. */
type Changed = Account & { readonly code?: string | undefined };

/** Carries out one change of an account: a call of the hub. */
export function useChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: () => Promise<Changed>) => change(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
export type Change = ReturnType<typeof useChange>;
