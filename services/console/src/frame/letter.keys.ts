import { useKeyDown } from './key.down.ts';
import { useKnownKeys } from './known.keys.ts';

/** What a letter does while nothing is being typed and no dialog is open, in words and in deed. */
export interface LetterKey {
  readonly does: string;
  readonly press: () => void;
}

/** By letter, small; `?` counts as one. */
export type LetterKeys = Readonly<Record<string, LetterKey>>;

const isTypedInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Letters as commands, as in other queues: never while an input method composes, nor with Ctrl, Alt or Meta. */
export function useLetterKeys(letters: LetterKeys): void {
  useKnownKeys(Object.entries(letters).map(([letter, { does }]) => ({ keys: letter.toUpperCase(), does })));
  useKeyDown((event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || isTypedInto(target)) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    const letter = letters[key.toLowerCase()];
    if (letter === undefined) return;
    event.preventDefault();
    letter.press();
  });
}
