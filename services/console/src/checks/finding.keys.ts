import { useEffect, useEffectEvent } from 'react';
import type { Checking } from './checking.ts';

/** F8 leads to the next finding, Shift+F8 to the one before, Alt+Enter takes the repair that is offered. */
export function useFindingKeys({ shown, step, repair }: Checking): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    // what is being composed is the input method's
    if (event.isComposing) return;
    if (event.key === 'F8') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.altKey && event.key === 'Enter' && shown?.repair !== undefined) {
      event.preventDefault();
      repair(shown);
    }
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => press(event);
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
