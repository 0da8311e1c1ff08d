import { useEffect, useLayoutEffect } from 'react';

/** What a window is called: the page first, for a row of tabs shows no more than that. */
const titled = (words: string): string => `${words} · 告示`;

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
