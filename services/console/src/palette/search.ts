import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';

/** How long (ms) nothing is typed before the hub is asked. */
const pauseMs = 200;

/** What the hub finds by these words, a moment after they were typed. */
export function useSearch(typed: string) {
  const words = typed.trim().slice(0, 60);
  const [asked, setAsked] = useState(words);
  useEffect(() => {
    const wait = setTimeout(() => setAsked(words), pauseMs);
    return () => clearTimeout(wait);
  }, [words]);
  const search = useQuery({
    queryKey: ['search', asked],
    enabled: asked !== '',
    queryFn: () => answerOf(hub.GET('/api/v1/search', { params: { query: { q: asked } } })),
    staleTime: 10_000,
    retry: false,
  });
  // what was found for other words is not what was asked for
  const found = words === asked && words !== '' ? search.data : undefined;
  return { found, error: search.error, isAsking: words !== '' && (words !== asked || search.isFetching) };
}
