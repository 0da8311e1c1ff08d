import { useSyncExternalStore } from 'react';

/** Where the person is, kept in the address after `#`: a page, or a page about one thing. */
export type Route = { readonly at: string } | { readonly at: string; readonly id: string };

/** Where one is who says nothing else. */
const home = 'list';

export function routeOf(hash: string): Route {
  const [at = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  return id === '' ? { at: at === '' ? home : at } : { at, id };
}

export function go(route: Route): void {
  location.hash = 'id' in route ? `/${route.at}/${route.id}` : `/${route.at}`;
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash));
}
