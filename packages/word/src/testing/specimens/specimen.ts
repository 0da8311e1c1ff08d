import type { WordFile } from '../word.file.ts';

/** A small document, what its reader sees, and what he is told is not there. */
export interface Specimen {
  readonly name: string;
  readonly file: WordFile;
  /** The HTML without its losses; a picture's bytes are `…`. */
  readonly shows: string;
  /** `kind place words`, in order. */
  readonly losses?: readonly string[];
  /** Digits on paper that stand in no run, because Word counts them. */
  readonly computed?: readonly string[];
  /** Letters that a font of symbols draws as something else. */
  readonly signs?: readonly string[];
}
