import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub, rememberCsrf } from '../api/hub.client.ts';
import type { Credentials, Role, Session } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';

async function current(): Promise<Session | null> {
  try {
    const session = await answerOf(hub.GET('/api/v1/session'));
    rememberCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}

export const useSession = () => useQuery({ queryKey: ['session'], queryFn: current, staleTime: 60_000 });

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Credentials) => answerOf(hub.POST('/api/v1/session', { body: given })),
    onSuccess: (session) => {
      rememberCsrf(session.csrf);
      queries.setQueryData(['session'], session);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(hub.DELETE('/api/v1/session')),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(['session'], null);
    },
  });
}

export const may = (session: Session | null | undefined, role: Role): boolean =>
  session?.person.roles.includes(role) ?? false;
