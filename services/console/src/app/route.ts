import { useSyncExternalStore } from 'react';

/** Where the person is, kept in the address after `#`. */
export type Route =
  | { readonly at: 'list' }
  | { readonly at: 'write' }
  | { readonly at: 'deliveries' }
  | { readonly at: 'channels' }
  | { readonly at: 'screen'; readonly key: string }
  | { readonly at: 'publication'; readonly id: string }
  | { readonly at: 'edit' | 'correct'; readonly id: string };

export function routeOf(hash: string): Route {
  const [at = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  if ((at === 'publication' || at === 'edit' || at === 'correct') && id !== '') return { at, id };
  if (at === 'write' || at === 'deliveries' || at === 'channels') return { at };
  return at === '' || at === 'list' ? { at: 'list' } : { at: 'screen', key: at };
}

export function go(route: Route): void {
  location.hash = 'id' in route ? `/${route.at}/${route.id}` : `/${'key' in route ? route.key : route.at}`;
}

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export function useRoute(): Route {
  return routeOf(useSyncExternalStore(subscribe, () => location.hash));
}
