import { useKeyDown } from './key.down.ts';

/** What a letter does while nothing is being typed and no dialog is open. */
export type LetterKeys = Readonly<Record<string, () => void>>;

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Letters as commands, as in other queues: never while an input method composes, nor with Ctrl, Alt or Meta. */
export function useLetterKeys(keys: LetterKeys): void {
  useKeyDown((event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || isTypedInto(target)) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    const does = keys[key.toLowerCase()];
    if (does === undefined) return;
    event.preventDefault();
    does();
  });
}
