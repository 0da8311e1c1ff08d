import type { BoardSheet } from '../render/board.sheet.ts';

/** A sheet with what only the printed one has. */
export interface PosterSheet extends Omit<BoardSheet, 'fullText' | 'notes'> {
  /** What the QR code says: the address at which the sheet is verified. */
  readonly qr: string;
  /** Printed beside the code, e.g. `265F-22EC-D6A0-24C4`; the page behind the code shows the same. */
  readonly fingerprint: string;
  /** Bytes of the images by their `media` id. */
  readonly images: Readonly<Record<string, Uint8Array>>;
}

export type Paper = 'A3' | 'A4';
export interface Poster {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The sheet could not take everything and says so. */
  readonly cut: boolean;
  /** How it was set, so that its picture need not find out again. */
  readonly layout: PosterLayout;
}
/** Size of the text in pt, and how many of the pieces it may be cut between the sheet takes; null for all. */
export interface PosterLayout {
  readonly size: number;
  readonly pieces: number | null;
}
