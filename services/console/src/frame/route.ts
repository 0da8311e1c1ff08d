import { createBrowserHistory, useLocation } from '@tanstack/react-router';

/** Where the person is, which the path of the address says: a page, or a page about one thing. */
export type Route = { readonly at: string } | { readonly at: string; readonly id: string };

/** The addresses this tab has been at. Whoever listens to the browser itself would miss what is held back. */
export const places = createBrowserHistory();

export const addressOf = (route: Route): string =>
  'id' in route ? `/${route.at}/${encodeURIComponent(route.id)}` : `/${route.at}`;

/** Leads there; asks first where something would be lost. */
export function go(route: Route): void {
  places.push(addressOf(route));
}

/** The key of the page one is at, empty at the bare address. */
export const useAt = (): string => useLocation({ select: ({ pathname }) => pathname.split('/')[1] ?? '' });

/**
 * Where an address leads that was written down when pages stood behind `#`, as in `/#/publication/7K3QZP4M`;
 * undefined for an address of today.
 */
export const addressBehind = (hash: string): string | undefined =>
  /^#?(\/.*)$/
    .exec(hash)?.[1]
    ?.replace(/^\/+$/, '/')
    .replace(/^\/{2,}/, '/');
