import type { Picture } from '../read/pictures.ts';
import type { WordSource } from '../read-word.ts';

/** What the reader in its own thread says: one of the last two ends it. */
export type FromReader =
  | { readonly says: 'picture'; readonly ask: number; readonly bytes: Uint8Array }
  | { readonly says: 'read'; readonly source: WordSource }
  | { readonly says: 'unreadable'; readonly words: string };

/** The answer to one picture. */
export interface ToReader {
  readonly ask: number;
  readonly picture: Picture | null;
}
