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
/** How the columns of a table get their widths: so that every number has room, or by shares alone as before. */
export type Tables = 'fitted' | 'shared';
export interface Poster {
  readonly pdf: Uint8Array;
  /** Sheets of paper, one page of the PDF each. */
  readonly pages: number;
  /** Even the most sheets could not take everything, and the last one says so. */
  readonly cut: boolean;
  /** How it was set, so that its picture need not find out again. */
  readonly layout: PosterLayout;
}
export interface PosterLayout {
  /** Of the text, in pt. */
  readonly size: number;
  /** How many of the pieces it may be cut between it takes; null for all. */
  readonly pieces: number | null;
  /** How high a picture may be, as a share of the height that it may take at most. */
  readonly pictures: number;
  /** Set for several sheets, each with its number. */
  readonly several: boolean;
}
