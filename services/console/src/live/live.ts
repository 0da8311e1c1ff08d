import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Change, Heard } from './held.stream.ts';
import { shareStream } from './shared.stream.ts';

/** The kinds the hub tells of (`GET /api/v1/stream`). */
type Kind =
  | 'publications'
  | 'channels'
  | 'deliveries'
  | 'dead-letters'
  | 'retry_batches'
  | 'warnings'
  | 'feedback'
  | 'disclosure_requests'
  | 'organisations'
  | 'people'
  | 'columns';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly shows?: Kind | readonly Kind[]; readonly of?: string };
  }
}

/** How often (ms) is asked while nothing can be heard. */
const slowlyMs = 30_000;
/** Changes within this time (ms) are asked for together. */
const togetherMs = 300;

let isLive = false;
const watchers = new Set<() => void>();
function setLive(now: boolean): void {
  if (now === isLive) return;
  isLive = now;
  for (const watch of watchers) watch();
}
const subscribe = (watch: () => void): (() => void) => {
  watchers.add(watch);
  return () => void watchers.delete(watch);
};

/** Whether the hub is heard at this moment. */
export const useHeard = (): boolean => useSyncExternalStore(subscribe, () => isLive);

/**
 * For a query that shows things of a kind, of some kinds, or one of them: it is asked again when the hub says that they changed,
 * and from time to time while the hub cannot be heard.
 */
export function useLive(kind: Kind | readonly Kind[], of?: string) {
  const live = useHeard();
  return {
    meta: of === undefined ? { shows: kind } : { shows: kind, of },
    refetchInterval: live ? (false as const) : slowlyMs,
  };
}

/** Hears what changes for as long as somebody is signed in here. */
export function useStream(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ask = gathered(queries);
    const stop = shareStream((heard) => take(heard, queries, ask));
    return () => {
      stop();
      setLive(false);
    };
  }, [queries]);
}

function take(heard: Heard, queries: QueryClient, ask: (change: Change) => void): void {
  if (heard.is === 'live' || heard.is === 'down') setLive(heard.is === 'live');
  if (heard.is === 'changed') ask(heard.change);
  if (heard.is === 'missed') refresh(queries, ({ meta }) => meta?.shows !== undefined);
  // whether the session is over is known to who asks for it
  if (heard.is === 'refused') void queries.invalidateQueries({ queryKey: ['session'] });
}

/** A tab that nobody looks at asks nothing; it asks when it is looked at again. */
const refresh = (queries: QueryClient, predicate: (query: Query) => boolean): void =>
  void queries.invalidateQueries({ predicate, refetchType: document.hidden ? 'none' : 'active' });

function gathered(queries: QueryClient): (change: Change) => void {
  let waiting: Change[] = [];
  return (change) => {
    waiting.push(change);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const changes = waiting;
      waiting = [];
      refresh(queries, ({ meta }) => changes.some((c) => isAbout(c, meta)));
    }, togetherMs);
  };
}

const isAbout = ({ kind, id }: Change, meta: Query['meta']): boolean =>
  [meta?.shows].flat().some((shown) => shown === kind) &&
  (meta?.of === undefined || id === undefined || meta?.of === id);
