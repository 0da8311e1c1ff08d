import type { LossKindName } from '@towncrier/content/losses';
import type { Block, Piece } from './word.model.ts';

/** Gathers what a paragraph shows, and tells what it does not show, each stretch once. */
export class ParagraphSink {
  readonly pieces: Piece[] = [];
  /** Text boxes that hang on this paragraph. */
  readonly boxes: Block[] = [];
  private left: { readonly kind: LossKindName; words: string } | undefined;
  private readonly lose: (kind: LossKindName, words: string) => void;

  /** @param lose is told of what stays out */
  constructor(lose: (kind: LossKindName, words: string) => void) {
    this.lose = lose;
  }

  add(piece: Piece): void {
    this.tell();
    const last = this.pieces.at(-1);
    if (last?.is === 'text' && piece.is === 'text' && sameLook(last, piece))
      this.pieces[this.pieces.length - 1] = { ...last, text: last.text + piece.text };
    else this.pieces.push(piece);
  }

  /** Words that stay out; runs that follow each other are one loss. */
  leaveOut(kind: LossKindName, words: string): void {
    if (this.left?.kind !== kind) {
      this.tell();
      this.left = { kind, words: '' };
    }
    this.left.words += words;
  }

  /** Ends the stretch that is left out. */
  tell(): void {
    if (this.left !== undefined && this.left.words.trim() !== '') this.lose(this.left.kind, this.left.words);
    this.left = undefined;
  }
}

type Text = Extract<Piece, { is: 'text' }>;
const sameLook = (a: Text, b: Text): boolean =>
  a.bold === b.bold &&
  a.underline === b.underline &&
  a.href === b.href &&
  a.height === b.height &&
  a.size === b.size &&
  a.red === b.red;
