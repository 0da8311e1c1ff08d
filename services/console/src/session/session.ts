import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub, rememberCsrf } from '../api/hub.client.ts';
import type { Credentials, Session, Step } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import { stepIn } from '../steps/steps.ts';

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
      // the page that is open learns of it first; a cleared cache tells nobody
      queries.setQueryData(['session'], null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

/** Whether a page is open to whoever is signed in. */
export const isOpen = (session: Session | null | undefined, screen: string): boolean =>
  session?.screens.some((s) => s.key === screen) ?? false;

/** A step that needs no thing to be chosen first, on a page of the console. */
export const stepOn = (session: Session | null | undefined, screen: string, act: string): Step | undefined =>
  stepIn(session?.screens.find((s) => s.key === screen)?.steps, act);
