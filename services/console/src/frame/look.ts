import { useSyncExternalStore } from 'react';
import { chosenIn, lookOf, type Chosen, type Look } from './look.rules.ts';

const place = 'towncrier.look';
const listening = new Set<() => void>();
const tell = (): void => listening.forEach((listener) => listener());

// a browser that keeps nothing for pages still shows them
let unkept: string | null = null;
function kept(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return unkept;
  }
}

/** Chooses a look; it is kept in this browser, and its other tabs follow. */
export function choose(chosen: Chosen): void {
  unkept = JSON.stringify(chosen);
  try {
    localStorage.setItem(place, unkept);
  } catch {
    // it counts until the page is closed
  }
  tell();
}

const asks = (query: string): boolean => matchMedia(query).matches;
const dark = '(prefers-color-scheme: dark)';
const still = '(prefers-reduced-motion: reduce)';
const now = (): Look => lookOf(chosenIn(kept()), { dark: asks(dark), paper: asks('print') });

function listen(listener: () => void): () => void {
  const media = [dark, still, 'print'].map((query) => matchMedia(query));
  listening.add(listener);
  addEventListener('storage', listener);
  for (const m of media) m.addEventListener('change', listener);
  return () => {
    listening.delete(listener);
    removeEventListener('storage', listener);
    for (const m of media) m.removeEventListener('change', listener);
  };
}

/** How pages look at this moment, on this screen or on paper. */
export const useLook = (): Look => useSyncExternalStore(listen, now);
/** Whether the person asked their system for things that do not move. */
export const useStill = (): boolean => useSyncExternalStore(listen, () => asks(still));
export const useChosen = (): Chosen => chosenIn(useSyncExternalStore(listen, kept));
