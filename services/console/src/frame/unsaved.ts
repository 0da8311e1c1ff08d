import { useEffect } from 'react';

const asked = new Set<() => boolean>();

/** Whether leaving the page now would lose something. */
export const anythingUnsaved = (): boolean => [...asked].some((ask) => ask());

/**
 * Has `ask` answered before the person leaves the page, closes the tab or reloads it, for as long as this is on
 * the screen. It is asked at that moment and has to know by itself.
 */
export const useUnsaved = (ask: () => boolean): void =>
  useEffect(() => {
    asked.add(ask);
    return () => void asked.delete(ask);
  }, [ask]);
