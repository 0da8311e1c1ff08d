/** Long enough for any view of a list. */
const longest = 2000;
const nowhere = 'http://here.invalid';

/**
 * Where somebody lands who has signed in: where they wanted to go, if that is a page of this console, and at home
 * otherwise. An address of somebody else's is never led to, however it is written.
 */
export function landingOf(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > longest || !wanted.startsWith('/')) return '/';
  const url = URL.canParse(wanted, nowhere) ? new URL(wanted, nowhere) : undefined;
  if (url === undefined || url.origin !== nowhere) return '/';
  const place = `${url.pathname}${url.search}${url.hash}`;
  return isAnotherHost(place) || url.pathname.startsWith('/api/') ? '/' : place;
}

/** As browsers read it: `//` and `/\\` begin the name of a host. */
const isAnotherHost = (place: string): boolean => /^\/[/\\]/.test(place);
