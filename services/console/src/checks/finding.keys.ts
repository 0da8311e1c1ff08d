import { useKeyDown } from '../frame/key.down.ts';
import { useKnownKeys, type KnownKey } from '../frame/known.keys.ts';
import type { Checking } from './checking.ts';

const known: readonly KnownKey[] = [
  { keys: 'F8', does: '到下一处校对提示' },
  { keys: 'Shift + F8', does: '到上一处校对提示' },
  { keys: 'Alt + Enter', does: '采用所在提示给出的改法' },
];

/** F8 leads to the next finding, Shift+F8 to the one before, Alt+Enter takes the repair that is offered. */
export function useFindingKeys({ shown, step, repair }: Checking): void {
  useKnownKeys(known);
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
