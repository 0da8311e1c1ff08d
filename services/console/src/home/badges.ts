import { useEffect } from 'react';
import { setWaiting } from '../frame/title.ts';
import { useHome } from './home.ts';

/** How many things wait on each page of the menu; the window says how many only this person can go on with. */
export function useBadges(enabled: boolean): ReadonlyMap<string, number> {
  const { data } = useHome(enabled);
  const waiting = data?.waiting ?? 0;
  useEffect(() => {
    setWaiting(waiting);
    return () => setWaiting(0);
  }, [waiting]);
  return new Map((data?.badges ?? []).map(({ screen, count }) => [screen, count]));
}
