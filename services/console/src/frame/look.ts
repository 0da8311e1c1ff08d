import { useSyncExternalStore } from 'react';
import { KeptWords } from './kept.words.ts';
import { chosenIn, lookOf, type Chosen, type Look } from './look.rules.ts';

const words = new KeptWords('towncrier.look', () => localStorage);

/** Chooses a look; it is kept in this browser, and its other tabs follow. */
export const choose = (chosen: Chosen): void => words.write(JSON.stringify(chosen));

const asks = (query: string): boolean => matchMedia(query).matches;
const dark = '(prefers-color-scheme: dark)';
const still = '(prefers-reduced-motion: reduce)';
const now = (): Look => lookOf(chosenIn(words.read()), { dark: asks(dark), paper: asks('print') });

function listen(listener: () => void): () => void {
  const media = [dark, still, 'print'].map((query) => matchMedia(query));
  const leave = words.listen(listener);
  for (const m of media) m.addEventListener('change', listener);
  return () => {
    leave();
    for (const m of media) m.removeEventListener('change', listener);
  };
}

/** How pages look at this moment, on this screen or on paper. */
export const useLook = (): Look => useSyncExternalStore(listen, now);
/** Whether the person asked their system for things that do not move. */
export const useStill = (): boolean => useSyncExternalStore(listen, () => asks(still));
export const useChosen = (): Chosen => chosenIn(useSyncExternalStore(words.listen, words.read));
