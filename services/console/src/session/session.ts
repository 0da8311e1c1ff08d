import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, Refused, rememberCsrf } from '../api/api.client.ts';
import type { Session } from '../api/api.types.ts';

async function current(): Promise<Session | null> {
  try {
    const session = await call<Session>('GET', '/session');
    rememberCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 401) return null;
    throw error;
  }
}

export const useSession = () => useQuery({ queryKey: ['session'], queryFn: current, staleTime: 60_000 });

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Credentials) => call<Session>('POST', '/session', given),
    onSuccess: (session) => {
      rememberCsrf(session.csrf);
      queries.setQueryData(['session'], session);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<null>('DELETE', '/session'),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(['session'], null);
    },
  });
}

export const may = (session: Session | null | undefined, role: string): boolean =>
  session?.person.roles.includes(role) ?? false;
