import { useEffect, useLayoutEffect } from 'react';

let waiting = 0;
let named = '';

/** How many things wait for whoever is signed in; it stands before the name of every page, and is left out for none. */
export function setWaiting(count: number): void {
  waiting = count;
  if (named !== '') document.title = titled(named);
}

/** What a window is called: the page first, for a row of tabs shows no more than that. */
function titled(words: string): string {
  named = words;
  return `${waiting === 0 ? '' : `(${waiting}) `}${words} · 告示`;
}

/** Names the window after a page that is being opened at an address. */
export const usePageTitle = (words: string, address: string): void =>
  useLayoutEffect(() => {
    document.title = titled(words);
  }, [words, address]);

/** A page that knows more than its name says so; undefined while it does not. */
export const useTitle = (words: string | undefined): void =>
  useEffect(() => {
    if (words !== undefined) document.title = titled(words);
  }, [words]);
