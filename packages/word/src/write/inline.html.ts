import { escapeHtml, tag, voidTag } from '@towncrier/content/losses';
import type { Paragraph, Piece, PicturePiece } from '../read/word.model.ts';

/** What writing needs to know: the address of each picture; null for one that cannot be shown. */
export interface Pen {
  readonly addresses: ReadonlyMap<string, string | null>;
  readonly escape: (text: string) => string;
}

/** Text with several blanks keeps them. */
export const escapeText = (text: string): string =>
  escapeHtml(text).replace(/ {2,}/g, (blanks) => ` ${'\u00a0'.repeat(blanks.length - 1)}`);

export function inlineHtml(pieces: readonly Piece[], pen: Pen): string {
  return trimmed(pieces)
    .map((piece) => {
      if (piece.is === 'break') return '<br>';
      return piece.is === 'picture' ? figure(piece, pen) : textHtml(piece, pen);
    })
    .join('');
}

/** Blanks at the beginning are an indent. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first?.is !== 'text') return pieces;
  const text = first.text.replace(/^\s+/u, '');
  return text === '' ? trimmed(rest) : [{ ...first, text }, ...rest];
}

function textHtml(piece: Extract<Piece, { is: 'text' }>, pen: Pen): string {
  let html = pen.escape(piece.text);
  if (piece.height !== undefined) html = tag(piece.height === 'raised' ? 'sup' : 'sub', {}, html);
  if (piece.bold && piece.text.trim() !== '') html = tag('strong', {}, html);
  if (piece.underline) html = tag('u', {}, html);
  return piece.href === undefined ? html : tag('a', { href: piece.href }, html);
}

export function figure({ key, alt, standsFor }: PicturePiece, pen: Pen): string {
  const src = pen.addresses.get(key) ?? null;
  if (src !== null) return voidTag('img', { src, alt });
  return alt === '' || standsFor !== null ? '' : pen.escape(`［图片：${alt}］`);
}

/** The number of a paragraph; a blank behind it where numbers and words would run together. */
export function labelText({ label }: Paragraph): string {
  if (label?.is !== 'number') return '';
  return label.gap && /[\p{Script=Han}A-Za-z\d.．)]$/u.test(label.text) ? `${label.text} ` : label.text;
}
