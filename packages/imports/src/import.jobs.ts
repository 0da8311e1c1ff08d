import type { KnownPictures, Source } from '@towncrier/content';
import type { MessagePort } from 'node:worker_threads';

/** What is asked of a thread, by the name of the function that does it. */
export interface Jobs {
  readonly word: { readonly bytes: Uint8Array; readonly draws: boolean; readonly makers: MessagePort };
  readonly table: { readonly name: string; readonly bytes: Uint8Array };
  readonly text: { readonly bytes: Uint8Array };
  readonly source: { readonly source: Source; readonly known: KnownPictures };
}

/** A thread's answer: what it read, or why not, in words for who handed it in. */
export type Answer<T> =
  | { readonly is: 'read'; readonly value: T }
  | { readonly is: 'refused'; readonly words: string };
