import { useKeyDown } from '../frame/key.down.ts';
import type { Checking } from './checking.ts';

/** F8 leads to the next finding, Shift+F8 to the one before, Alt+Enter takes the repair that is offered. */
export function useFindingKeys({ shown, step, repair }: Checking): void {
  useKeyDown((event) => {
    if (event.key === 'F8') {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.altKey && event.key === 'Enter' && shown?.repair !== undefined) {
      event.preventDefault();
      repair(shown);
    }
  });
}
