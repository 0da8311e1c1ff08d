import type { LossKindName } from '@towncrier/content/losses';
import type { Label } from '../numbering/numbering.counter.ts';
import type { PlacedObject } from '../objects/object.document.ts';
import type { Crop } from '../objects/crop.ts';
import type { Height } from '../symbols/raised.text.ts';

/** A stretch of a paragraph that looks the same. */
export type Piece =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly bold: boolean;
      readonly underline: boolean;
      readonly href: string | undefined;
      /** It has no form in Unicode at this height, so markup says it. */
      readonly height: Height | undefined;
      readonly size: number;
      readonly red: boolean;
    }
  | { readonly is: 'break' }
  | PicturePiece;

export interface PicturePiece {
  readonly is: 'picture';
  /** The same picture, cut in the same way, has the same key. */
  readonly key: string;
  /** Where its bytes come from: a part of the file, or an object that an office program has to draw. */
  readonly source: { readonly part: string; readonly crop: Crop | null } | PlacedObject;
  readonly alt: string;
  readonly where: string;
  /** It shows something that HTML cannot carry; without the picture, this is lost. */
  readonly standsFor: { readonly kind: LossKindName; readonly words: string } | null;
}

export interface Paragraph {
  readonly is: 'paragraph';
  readonly pieces: readonly Piece[];
  readonly align: 'center' | 'right' | undefined;
  readonly outline: number | undefined;
  readonly isTitle: boolean;
  readonly label: Label | null;
}
export interface Cell {
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
  readonly blocks: readonly Block[];
}
export interface Table {
  readonly is: 'table';
  readonly rows: readonly (readonly Cell[])[];
  /** Pictures of its cells, which hold words only. */
  readonly pictures: readonly PicturePiece[];
}
export type Block = Paragraph | Table | { readonly is: 'rule' };

/** The words of a paragraph without its label. */
export const textOf = ({ pieces }: Paragraph): string =>
  pieces.map((piece) => (piece.is === 'text' ? piece.text : piece.is === 'break' ? '\n' : '')).join('');

export const isEmpty = (paragraph: Paragraph): boolean =>
  paragraph.label?.is !== 'number' &&
  paragraph.pieces.every(
    (piece) => piece.is === 'break' || (piece.is === 'text' && piece.text.trim() === ''),
  );
