import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Credentials, Session, Step } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import { sessionEnd } from '../api/session.end.ts';
import { stepIn } from '../steps/steps.ts';

const key = ['session'];
const isUnknown = (error: unknown): boolean => error instanceof Refused && error.problem.status === 401;
const begun = ({ person, csrf }: Session): void => sessionEnd.begin({ name: person.name, csrf });

/** Whoever was working stays until somebody is signed in again: what they have written stands on the page. */
async function current(known: Session | null): Promise<Session | null> {
  try {
    const session = await answerOf(hub.GET('/api/v1/session'));
    begun(session);
    return session;
  } catch (error) {
    if (!isUnknown(error)) throw error;
    if (known !== null) sessionEnd.tell();
    return known;
  }
}

/** Null when nobody is signed in. While a session has ended, whoever had it. */
export const useSession = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ client }) => current(client.getQueryData<Session | null>(key) ?? null),
    staleTime: 60_000,
  });

/** The session ended while somebody was working; they have not signed out. */
export const useHasEnded = (): boolean => useSyncExternalStore(sessionEnd.listen, () => sessionEnd.hasEnded);

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Credentials) => answerOf(hub.POST('/api/v1/session', { body: given })),
    onSuccess: (session) => {
      queries.setQueryData(key, session);
      begun(session);
      // what was refused meanwhile
      return queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answerOf(hub.DELETE('/api/v1/session')).catch((error: unknown) => {
        if (!isUnknown(error)) throw error;
      }),
    onSuccess: () => {
      sessionEnd.close();
      // the page that is open learns of it first; a cleared cache tells nobody
      queries.setQueryData(key, null);
      forgetAll(queries);
    },
  });
}

/** What was known to whoever was there is for nobody else. */
export const forgetAll = (queries: QueryClient): void =>
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });

/** Whether a page is open to whoever is signed in. */
export const isOpen = (session: Session | null | undefined, screen: string): boolean =>
  session?.screens.some((s) => s.key === screen) ?? false;

/** A step that needs no thing to be chosen first, on a page of the console. */
export const stepOn = (session: Session | null | undefined, screen: string, act: string): Step | undefined =>
  stepIn(session?.screens.find((s) => s.key === screen)?.steps, act);
