import { useEffect, useEffectEvent } from 'react';

/** Hears every key that is pressed while a page is open, but those of an input method that composes. */
export function useKeyDown(press: (event: KeyboardEvent) => void): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (!event.isComposing) press(event);
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => heard(event);
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
